using System.Diagnostics;
using CommandCenter.Domain;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Policies;
using CommandCenter.Grains;
using CommandCenter.Grains.Running;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;
using CommandCenter.Journal.Chains;
using CommandCenter.Simulation.Cast;
using CommandCenter.Simulation.Kernel;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Drills;

/// <summary>
/// A whole drill without a server, in one thread: what follows by itself comes to rest at each instant, then the clock
/// jumps to the next deadline or item of the agenda. Operation and recording clock are the same, so the same scenario and
/// seed give the same chain.
/// </summary>
public sealed class DrillRun
{
    // A story that has not ended by then never will.
    private static readonly TimeSpan AtMost = TimeSpan.FromHours(20);

    private readonly DrillSetup _setup;
    private readonly IJournal _journal;
    private readonly DrillTally _tally = new();

    private DrillRun(DrillSetup setup, IJournal journal) => (_setup, _journal) = (setup, journal);

    /// <summary>Runs a drill to its end on an empty journal that completes at once.</summary>
    /// <exception cref="InvalidOperationException">The operation could not be founded.</exception>
    public static ValueTask<DrillReport> RunAsync(
        DrillSetup setup, IJournal journal, IReadOnlyList<IFeedSubscriber> subscribers, IProgress<DrillProgress>? progress, CancellationToken cancellationToken) =>
        new DrillRun(setup, journal).RunAsync(subscribers, progress, cancellationToken);

    private async ValueTask<DrillReport> RunAsync(
        IReadOnlyList<IFeedSubscriber> subscribers, IProgress<DrillProgress>? progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var start = _setup.Plan.Opens - Scenario.Prelude;
        using var clock = new DrillClock(start, TimeZoneInfo.CreateCustomTimeZone("hall", start.Offset, "hall", "hall"));
        var agenda = new Agenda(start);
        var curtain = new Curtain();
        await using var host = await OperationHost.OpenAsync(
            new(_journal, Deciders.All, AllPolicies.List, [_tally, curtain, .. subscribers], new(clock, clock))
            {
                // Nothing is ever idle in a day that takes a second.
                Options = new() { MaxActiveGrains = int.MaxValue, IdleAfter = TimeSpan.MaxValue },
            },
            cancellationToken);
        var stage = new Stage(_setup.Plan, _setup.Lists, _setup.Scenario, _setup.Seed, agenda, host, 0, _setup.IsPlayed);
        var troupe = curtain.Troupe = new(stage);

        await FoundAsync(host, cancellationToken);
        await troupe.BeginAsync(_setup.Speed <= StartDrill.FastestSpeed ? _setup.Speed : 0);
        await PlayAsync(host, clock, agenda, progress, cancellationToken);
        return await ReportAsync(stage, troupe, start, agenda.Now, Stopwatch.GetElapsedTime(started), cancellationToken);
    }

    private async ValueTask FoundAsync(OperationHost host, CancellationToken cancellationToken)
    {
        var refusal = await OperationFounding.FoundAsync(
            host, _setup.Operation, OperationMode.Drill, _setup.Plan, _setup.PlanHash, _setup.Lists, cancellationToken);
        if (refusal is not null)
        {
            throw new InvalidOperationException($"The operation could not be founded: {refusal.English} ({refusal.Code})");
        }

        await host.RunToRestAsync(cancellationToken);
    }

    private async ValueTask PlayAsync(
        OperationHost host, DrillClock clock, Agenda agenda, IProgress<DrillProgress>? progress, CancellationToken cancellationToken)
    {
        var last = agenda.Now + AtMost;
        var pace = new Pace(_setup.Speed, agenda.Now);
        var moments = new Moments(host, clock, agenda);
        while (await moments.NextAsync(cancellationToken) is { } next && next <= last && host.Frame.Phase != OperationPhase.Closed)
        {
            await pace.WaitForAsync(next, cancellationToken);
            progress?.Report(new(next, _journal.LastSequence, _tally.Completed, _setup.Lists.Households.Length));
            await moments.DoAsync(next, cancellationToken);
        }
    }

    private async ValueTask<DrillReport> ReportAsync(
        Stage stage, Troupe troupe, DateTimeOffset start, DateTimeOffset end, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var chain = await Chain.ComputeAsync(_journal, cancellationToken);
        var steps = _tally.Waits.ToDictionary(static w => w.Key, static w => StepReport.From(w.Value));
        steps.Add("check-in", StepReport.From(troupe.Reception.Waits));
        return new()
        {
            Operation = _setup.Operation.Value,
            Scenario = _setup.Scenario.Id,
            Seed = _setup.Seed,
            Households = _setup.Lists.Households.Length,
            People = _setup.Lists.People,
            CheckedIn = _tally.CheckedIn,
            Completed = _tally.Completed,
            Declined = _tally.Declined,
            GaveUp = _tally.GaveUp,
            NoShows = _tally.NoShows,
            EndOfDay = _tally.EndOfDay,
            UnitsConfirmed = _tally.Owners.Count,
            DoubleAllocations = _tally.DoubleAllocations,
            Incidents = _tally.Incidents,
            Escalations = _tally.Escalations,
            Cases = _tally.Cases,
            CasesAnswered = _tally.CasesAnswered,
            Commands = stage.Commands,
            Rejections = stage.Refused,
            Events = _journal.LastSequence,
            VirtualSeconds = (end - start).TotalSeconds,
            WallSeconds = Math.Round(elapsed.TotalSeconds, 3),
            Steps = steps,
            Windows = _tally.WindowReports(end),
            UnitsLeft = _setup.Lists.Units.GroupBy(static u => u.Type.Value)
                .ToDictionary(static g => g.Key, g => g.Count(u => !_tally.Owners.ContainsKey(u.Id))),
            Sequence = chain.Sequence,
            Chain = chain.Hash,
        };
    }

    // The stage needs the host and the host its subscribers; the curtain stands in until the troupe is there.
    private sealed class Curtain : IFeedSubscriber
    {
        public Troupe? Troupe { get; set; }

        public void Apply(JournalEntry entry) => Troupe?.Apply(entry);
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using CommandCenter.Boards.Moments;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Grains;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Telemetry;
using CommandCenter.Simulation.Forecasts;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Server.Forecasts;

/// <summary>Makes forecasts of running operations, keeps the newest of each, and tries moves out. Safe on any thread.</summary>
/// <param name="time">The machine's time.</param>
public sealed class ForecastDesk(TimeProvider time)
{
    /// <summary>Runs of a forecast of a hall of the usual size; of a larger one fewer, so that it takes no longer.</summary>
    public const int Runs = 1000;

    private const int UsualHouseholds = 250;
    private const int LeastRuns = 100;
    private const int TryoutRuns = 300;
    private const int AdviceRuns = 120;

    private readonly ConcurrentDictionary<OperationId, Foresight> _newest = new();
    // A dialog that stays open asks again with every change of the hall; it need not be answered anew more often than the wall is.
    private static readonly TimeSpan SameDay = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<OperationId, (long Sequence, DateTimeOffset At, long Made, Tryout Tryout)> _tryouts = new();
    private readonly ForecastMaker _maker = new(Breath.Take);
    private ImmutableArray<Action<OperationId>> _heard = [];

    /// <summary>Tells somebody of each new forecast, on the thread that made it, until the answer is disposed.</summary>
    public IDisposable Subscribe(Action<OperationId> heard)
    {
        ImmutableInterlocked.Update(ref _heard, static (all, one) => all.Add(one), heard);
        return new Subscription(() => ImmutableInterlocked.Update(ref _heard, static (all, one) => all.Remove(one), heard));
    }

    /// <summary>The newest forecast of an operation; null before the first.</summary>
    public Foresight? Of(OperationId operation) => _newest.GetValueOrDefault(operation);

    /// <summary>
    /// Makes a forecast from the boards as they are now. Null, and nothing changes, where there is nothing to forecast:
    /// before the lists are frozen, and after the day.
    /// </summary>
    /// <param name="operation">Of which operation.</param>
    /// <param name="withAdvice">Whether to look for the best move too; otherwise the last one stays.</param>
    public Foresight? Refresh(RunningOperation operation, bool withAdvice)
    {
        var (moment, now) = (operation.Boards.ReadMoment(), operation.Now);
        if (moment.Phase == OperationPhase.Closed || moment.Households.IsEmpty || moment.Types.IsEmpty)
        {
            return null;
        }

        var story = StoryOf(operation);
        DayForecast forecast;
        lock (_maker)
        {
            forecast = _maker.Make(moment, now, story, RunsFor(moment), SeedOf(now));
        }

        var advice = withAdvice ? Advise(moment, now, story) : StillOpen(_newest.GetValueOrDefault(operation.Id)?.Board.Advice, moment);
        var version = Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds(), (_newest.GetValueOrDefault(operation.Id)?.Version ?? 0) + 1);
        var foresight = _newest[operation.Id] = new(moment, story, forecast, BoardOf(forecast, moment, now, advice), version);
        ServerMetrics.ForecastMade(operation.Id, time);
        foreach (var heard in _heard)
        {
            heard(operation.Id);
        }

        return foresight;
    }

    /// <summary>Keeps what the newest forecast says, unless the hour has one already.</summary>
    public async ValueTask RecordAsync(RunningOperation operation, Foresight foresight, CancellationToken cancellationToken)
    {
        // One id an hour: whoever is first, of several processes too, is the one that is kept.
        var id = CommandIds.Policy("forecast", foresight.Board.At.ToUnixTimeSeconds() / 3600, 0);
        var age = Math.Clamp((int)Math.Ceiling((operation.Now - foresight.Board.At).TotalSeconds), 1, 3600);
        var kept = Keepsake.Of(foresight.Forecast, foresight.Moment) with { AgeSeconds = age };
        var envelope = new CommandEnvelope(GrainAddress.Forecast, kept, id, Actor.Policy("forecast"));
        await operation.Host.ExecuteAsync(envelope, cancellationToken);
    }

    /// <summary>What a move would do now, against doing nothing.</summary>
    /// <param name="operation">In which operation.</param>
    /// <param name="move">A move that <see cref="MoveRules"/> allows.</param>
    public MoveAdvice Try(RunningOperation operation, Move move)
    {
        var tryout = TryoutOf(operation);
        lock (tryout)
        {
            return new(move, tryout.Without, tryout.With(move));
        }
    }

    // Several moves that are looked at one after another are held against the same day.
    private Tryout TryoutOf(RunningOperation operation)
    {
        var (now, sequence) = (operation.Now, operation.Boards.Sequence);
        if (_tryouts.TryGetValue(operation.Id, out var known) && now - known.At < TimeSpan.FromMinutes(1)
            && (known.Sequence == sequence || time.GetElapsedTime(known.Made) < SameDay))
        {
            return known.Tryout;
        }

        var moment = operation.Boards.ReadMoment();
        var tryout = new Tryout(moment, now, StoryOf(operation), Math.Max(LeastRuns, RunsFor(moment) * TryoutRuns / Runs), SeedOf(now));
        _tryouts[operation.Id] = (sequence, now, time.GetTimestamp(), tryout);
        return tryout;
    }

    private static MoveAdvice? Advise(DayMoment moment, DateTimeOffset now, Scenario story)
    {
        var tryout = new Tryout(moment, now, story, Math.Max(LeastRuns, RunsFor(moment) * AdviceRuns / Runs), SeedOf(now), Breath.Take);
        return MoveAdvisor.Best(moment, tryout) is { } best ? new(best.Move, tryout.Without, best.With) : null;
    }

    // What has been ordered or done meanwhile is no advice any more.
    private static MoveAdvice? StillOpen(MoveAdvice? advice, DayMoment moment) =>
        advice is not null && MoveAdvisor.Candidates(moment).Contains(advice.Move) ? advice : null;

    private static Scenario StoryOf(RunningOperation operation) => operation.Drill?.Story ?? PlainStory.Of(operation.Frame.Plan);

    private static int RunsFor(DayMoment moment) =>
        Math.Clamp(Runs * UsualHouseholds / Math.Max(1, moment.Households.Length), LeastRuns, Runs);

    // Another seed each minute: a forecast does not keep a seed's luck all day, and is the same when made twice.
    private static long SeedOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / 60;

    private static ForecastBoard BoardOf(DayForecast forecast, DayMoment moment, DateTimeOffset now, MoveAdvice? advice)
    {
        var kept = Keepsake.Of(forecast, moment);
        var midnight = forecast.Midnight;
        return new(
            now, forecast.Runs, kept.Course, kept.Waits, kept.SoldOut,
            [.. forecast.Course.Select(p => new DonePoint(midnight.AddSeconds(p.At), new((int)p.Done.P10, (int)p.Done.P50, (int)p.Done.P90)))], advice);
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

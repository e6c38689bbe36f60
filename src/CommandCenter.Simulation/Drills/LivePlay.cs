using System.Threading.Channels;
using CommandCenter.Domain.Drills;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;
using CommandCenter.Simulation.Cast;
using CommandCenter.Simulation.Kernel;

namespace CommandCenter.Simulation.Drills;

/// <summary>
/// The cast on a server: it plays along at the speed of the drill's clock, beside people who may take posts over. The feed
/// hands entries in from its own thread; here they queue up, and one loop takes them and does what is on the agenda.
/// </summary>
/// <remarks>
/// After a restart the cast recalls the day: the whole journal passes it by while it keeps silent, so that everybody knows
/// again what they knew and has on the agenda what was still to come. What fell into the last moments is done again aloud:
/// whatever had been done already is refused by the rules.
/// </remarks>
public sealed class LivePlay : IFeedSubscriber
{
    // As fast as anybody watches. Beyond it, what the machine takes for a command would be minutes of the day.
    private const double Watchable = 60;

    // More than passes between a command's decision and its entry, even at the highest speed.
    private static readonly TimeSpan LastMoments = TimeSpan.FromSeconds(10);

    private readonly Channel<JournalEntry> _seen = Channel.CreateUnbounded<JournalEntry>(new() { SingleReader = true, SingleWriter = true });
    private readonly List<JournalEntry> _past = [];
    private LivePlaySetup? _setup;
    private Agenda? _agenda;
    private Troupe? _troupe;
    private bool _over;
    private bool _stepping;

    /// <inheritdoc/>
    public void Apply(JournalEntry entry)
    {
        if (_stepping)
        {
            // One thread does everything.
            Take(entry);
        }
        else
        {
            _seen.Writer.TryWrite(entry);
        }
    }

    /// <summary>Nobody plays: entries are no longer kept.</summary>
    public void Leave()
    {
        _seen.Writer.TryComplete();
        while (_seen.Reader.TryRead(out _))
        {
        }

        _past.Clear();
    }

    /// <summary>What has been seen before anybody played: the journal as it was when the operation was opened.</summary>
    public IReadOnlyList<JournalEntry> Past()
    {
        while (_seen.Reader.TryRead(out var entry))
        {
            _past.Add(entry);
        }

        return _past;
    }

    /// <summary>
    /// Begins a drill on an operation that was just founded and does not run yet, and plays it from moment to moment until
    /// the clock shows a moment, so that there is something to see at once.
    /// </summary>
    /// <param name="setup">What is played.</param>
    /// <param name="speed">Operation seconds per second afterwards.</param>
    /// <param name="until">Operation time.</param>
    /// <param name="cancellationToken">Stops it; <see cref="RecallAsync"/> can go on from there.</param>
    public async ValueTask BeginAsync(LivePlaySetup setup, decimal speed, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Enter(setup, run: 0);
        await setup.Host.RunToRestAsync(cancellationToken);
        Past();
        _past.Clear();
        await _troupe!.BeginAsync(speed);
        await StepUntilAsync(until, cancellationToken);
    }

    /// <summary>Plays on an operation that does not run, from moment to moment until the clock shows a moment.</summary>
    /// <exception cref="InvalidOperationException">Nothing was begun or recalled.</exception>
    public async ValueTask StepUntilAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (setup, agenda) = (_setup ?? throw new InvalidOperationException("Nothing is played."), _agenda!);
        var moments = new Moments(setup.Host, setup.Clock, agenda);
        _stepping = true;
        TakeSeen();
        while (await moments.NextAsync(cancellationToken) is { } next && next <= until)
        {
            await moments.DoAsync(next, cancellationToken);
        }

        setup.Clock.JumpTo(until);
        _stepping = false;
    }

    /// <summary>Lets the cast recall what an operation's journal holds that was begun earlier and has just been opened again.</summary>
    /// <param name="setup">What is played.</param>
    public async ValueTask RecallAsync(LivePlaySetup setup)
    {
        var past = Past();
        var stage = Enter(setup, run: past.Count);
        stage.IsSilent = true;
        await _troupe!.BeginAsync(speed: 1);
        var quietUntil = past[^1].At - LastMoments;
        foreach (var entry in past)
        {
            await DoDueAsync(entry.At < quietUntil ? entry.At : quietUntil);
            Take(entry);
        }

        stage.IsSilent = false;
        _past.Clear();
    }

    /// <summary>Plays along while the operation runs, until the drill is over or it is cancelled.</summary>
    /// <exception cref="InvalidOperationException">Nothing was begun or recalled.</exception>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        var (setup, agenda) = (_setup ?? throw new InvalidOperationException("Nothing is played."), _agenda!);
        try
        {
            while (!_over)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await SettleAsync(setup, cancellationToken);
                TakeSeen();

                // However fast it is, the clock outruns neither the cast nor a deadline: the waits would not be those of the day.
                var next = IsHurried(setup) ? Moments.Earlier(agenda.NextAt, setup.Host.NextDue) : agenda.NextAt;
                setup.Clock.HoldAt(next);
                var now = setup.Clock.GetLocalNow();
                if (agenda.TakeDue(now) is { } action)
                {
                    agenda.MoveTo(now);
                    await action();
                }
                else
                {
                    await WaitAsync(setup.Clock, next, cancellationToken);
                }
            }
        }
        finally
        {
            setup.Clock.HoldAt(null);
        }

        Leave();
    }

    private static bool IsHurried(LivePlaySetup setup) => setup.Clock.Speed > Watchable;

    // The clock stands until everything that follows from what was done just now has been done too, as in a headless drill.
    private static async ValueTask SettleAsync(LivePlaySetup setup, CancellationToken cancellationToken)
    {
        if (IsHurried(setup) && !setup.Host.IsAtRest)
        {
            setup.Clock.HoldAt(setup.Clock.GetUtcNow());
            await setup.Host.RestAsync(cancellationToken);
        }
    }

    private Stage Enter(LivePlaySetup setup, long run)
    {
        _setup = setup;
        _agenda = new(setup.Start);
        var host = new PatientHost(setup.Host, setup.System);
        var stage = new Stage(setup.Plan, setup.Lists, setup.Scenario, setup.Seed, _agenda, host, run, setup.IsPlayed);
        _troupe = new(stage);
        return stage;
    }

    private async ValueTask DoDueAsync(DateTimeOffset until)
    {
        while (_agenda!.TakeDue(until) is { } action)
        {
            await action();
        }
    }

    private void TakeSeen()
    {
        while (_seen.Reader.TryRead(out var entry))
        {
            Take(entry);
        }
    }

    private void Take(JournalEntry entry)
    {
        _over |= entry.Event is DrillEnded;
        _agenda!.MoveTo(entry.At);
        _troupe!.Apply(entry);
    }

    // Until something happens, or the operation clock comes to the next item.
    private async Task WaitAsync(DrillClock clock, DateTimeOffset? next, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var seen = _seen.Reader.WaitToReadAsync(either.Token).AsTask();
        var due = clock.UntilAsync(next, either.Token);
        await Task.WhenAny(seen, due);
        await either.CancelAsync();
        await Task.WhenAll(seen, due).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

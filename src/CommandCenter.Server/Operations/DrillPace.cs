using CommandCenter.Domain.Drills;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;

namespace CommandCenter.Server.Operations;

/// <summary>
/// Keeps a drill's clock to what the journal says of it: started, paused, resumed, another speed, ended. Until
/// <see cref="Engage"/> it only takes note, so that replay does not move the clock.
/// </summary>
/// <param name="clock">The drill's clock.</param>
internal sealed class DrillPace(DrillClock clock) : IFeedSubscriber
{
    // From moment to moment is for drills without onlookers; here it means as fast as everything keeps up that the clock waits for.
    private const double Fastest = DrillClock.MaxSpeed;
    private const double ShortHurry = 60;
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private double _speed = 1;
    private double? _hurry;
    private bool _runs;
    private bool _engaged;

    /// <inheritdoc/>
    public void Apply(JournalEntry entry)
    {
        lock (_lock)
        {
            if (_engaged && entry.At > clock.GetUtcNow())
            {
                // Another process is ahead; its clock and this one are the same hall's.
                clock.JumpTo(entry.At);
            }

            switch (entry.Event)
            {
                case DrillStarted e: (_speed, _runs) = (Watchable(e.Speed), true); break;
                case DrillSpeedChanged e: (_speed, _hurry) = (Watchable(e.Speed), null); break;
                case DrillResumed: _runs = true; break;
                case DrillAdvanced e: (_hurry, _runs) = (e.Until - entry.At <= Short ? ShortHurry : Fastest, true); break;
                case DrillPaused or DrillEnded: (_runs, _hurry) = (false, null); break;
                default: return;
            }

            Turn();
        }
    }

    /// <summary>From here on the clock follows.</summary>
    public void Engage()
    {
        lock (_lock)
        {
            _engaged = true;
            Turn();
        }
    }

    private static double Watchable(decimal speed) => speed == 0 ? Fastest : (double)speed;

    private void Turn()
    {
        if (!_engaged)
        {
            return;
        }

        clock.SetSpeed(_hurry ?? _speed);
        if (_runs)
        {
            clock.Run();
        }
        else
        {
            clock.Pause();
        }
    }
}

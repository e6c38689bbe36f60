using CommandCenter.Grains.Running;
using CommandCenter.Grains.Time;
using CommandCenter.Simulation.Kernel;

namespace CommandCenter.Simulation.Drills;

/// <summary>
/// A day moved in one thread from moment to moment: what follows by itself comes to rest, then the clock jumps to the next
/// deadline or item of the agenda.
/// </summary>
internal sealed class Moments(OperationHost host, DrillClock clock, Agenda agenda)
{
    /// <summary>Comes to rest, and says when something happens next; null when nothing is left.</summary>
    public async ValueTask<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        await host.RunToRestAsync(cancellationToken);
        return Earlier(agenda.NextAt, host.NextDue);
    }

    /// <summary>Jumps there and does what is due: what the rules themselves demand comes before what people do.</summary>
    public async ValueTask DoAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        clock.JumpTo(moment);
        agenda.MoveTo(moment);
        await host.RunToRestAsync(cancellationToken);
        if (agenda.TakeDue(moment) is { } action)
        {
            await action();
        }
    }

    /// <summary>The earlier of two moments that may not come at all.</summary>
    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;
}

namespace CommandCenter.Load.Running;

/// <summary>
/// When a phone's commands are due: at an even pace, whatever the server does. Those that a stall held up come at once
/// afterwards, each with its own moment, so that the time for which they could not be given counts too.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="every">From one to the next.</param>
/// <param name="first">When the first is due, from now.</param>
public sealed class Metronome(TimeProvider time, TimeSpan every, TimeSpan first)
{
    private readonly long _begin = time.GetTimestamp();
    private int _next;

    /// <summary>The time since it was set going.</summary>
    public TimeSpan Now => time.GetElapsedTime(_begin);

    /// <summary>Waits until the next is due, where it is not already.</summary>
    /// <returns>When it was due, as <see cref="Now"/> counts; a timer knows whole milliseconds only, and where it rang before that, when it rang.</returns>
    public async Task<TimeSpan> NextAsync(CancellationToken cancellationToken)
    {
        var due = first + (every * _next);
        _next++;
        if (due - Now is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return Now < due ? Now : due;
    }

    /// <summary>How many were due by then, the one of that moment included.</summary>
    public int DueBy(TimeSpan then) => then < first ? 0 : 1 + (int)((then - first) / every);
}

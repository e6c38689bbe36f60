using System.Diagnostics;

namespace CommandCenter.Simulation.Drills;

/// <summary>Keeps a headless drill to a speed: operation seconds per second, 0 for as fast as it goes.</summary>
internal sealed class Pace(decimal speed, DateTimeOffset start)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Waits until an operation moment has come.</summary>
    public async ValueTask WaitForAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (speed <= 0)
        {
            return;
        }

        var wait = ((moment - start) / (double)speed) - Stopwatch.GetElapsedTime(_started);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, cancellationToken);
        }
    }
}

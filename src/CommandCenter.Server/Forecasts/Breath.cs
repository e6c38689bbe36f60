using System.Diagnostics;

namespace CommandCenter.Server.Forecasts;

/// <summary>
/// Long work in short stretches: some milliseconds of it, then as many again of nothing, so that a command never waits for more than
/// a stretch, also where every processor is busy and whoever collects garbage must stop all threads.
/// </summary>
internal static class Breath
{
    private static readonly TimeSpan Stretch = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(6);

    [ThreadStatic]
    private static long _since;

    /// <summary>Rests the calling thread, where it has worked for a stretch.</summary>
    public static void Take()
    {
        var worked = Stopwatch.GetElapsedTime(_since);
        if (worked >= Stretch)
        {
            Thread.Sleep(Rest);
            _since = Stopwatch.GetTimestamp();
        }
    }
}

using System.Diagnostics;

namespace CommandCenter.Bench;

/// <summary>What a run gave.</summary>
/// <param name="PerSecond">Calls answered per second.</param>
/// <param name="Median">Milliseconds from call to answer.</param>
/// <param name="P99">Milliseconds from call to answer.</param>
/// <param name="Cpu">Microseconds of processor time per call, by all threads: hardly disturbed by what else the machine does.</param>
internal sealed record Result(double PerSecond, double Median, double P99, double Cpu);

/// <summary>So many callers, each waiting for its answer before it calls again.</summary>
internal static class Load
{
    /// <summary>Runs the callers until all calls are answered.</summary>
    /// <param name="callers">In flight at once.</param>
    /// <param name="calls">In all.</param>
    /// <param name="call">One call, by caller and number within the caller.</param>
    public static async Task<Result> RunAsync(int callers, int calls, Func<int, int, Task> call)
    {
        var each = calls / callers;
        var times = new double[callers][];
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(caller))));
        var elapsed = watch.Elapsed.TotalSeconds;
        var used = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds;
        var all = times.SelectMany(static t => t).Order().ToArray();
        return new(all.Length / elapsed, all[all.Length / 2], all[all.Length * 99 / 100], used / all.Length);

        async Task CallAsync(int caller)
        {
            var mine = times[caller] = new double[each];
            for (var i = 0; i < each; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await call(caller, i);
                mine[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }
    }
}

using System.Diagnostics;

namespace CommandCenter.Load.CommandLine;

/// <summary>Progress as lines on the error stream, at most one a second.</summary>
internal sealed class Lines(TextWriter error) : IProgress<string>
{
    private readonly Lock _lock = new();
    private long _last = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public void Report(string value)
    {
        lock (_lock)
        {
            if (Stopwatch.GetElapsedTime(_last).TotalMilliseconds >= 950)
            {
                _last = Stopwatch.GetTimestamp();
                error.WriteLine(value);
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CommandCenter.Load.Measuring;

/// <summary>When each panel came to the first and to the last of the watchers that got it, by this machine's clock. Safe on any thread.</summary>
public sealed class Sightings
{
    private readonly ConcurrentDictionary<(string What, long Sequence), Sighting> _all = new();
    private readonly DateTimeOffset _began = DateTimeOffset.UtcNow;
    private readonly long _beganAt = Stopwatch.GetTimestamp();

    /// <summary>One more, at a time of <see cref="Stopwatch"/>.</summary>
    /// <returns>How long after the first of all.</returns>
    public long Note(string what, long sequence, long now) => _all.GetOrAdd((what, sequence), static (_, n) => new(n), now).Note(now);

    /// <summary>
    /// A line for each: what, the last entry that it shows, and when it came to the first and to the last watcher, milliseconds
    /// since 1970. Beside the journal, which knows when an entry was recorded, it says how far behind whoever is last is.
    /// </summary>
    public string Csv()
    {
        var text = new StringBuilder("what,sequence,first,last,watchers\n");
        foreach (var ((what, sequence), seen) in _all.OrderBy(static s => s.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"{what},{sequence},{Clock(seen.First):F1},{Clock(seen.Last):F1},{seen.Count}\n");
        }

        return text.ToString();
    }

    private double Clock(long timestamp) => (_began + Stopwatch.GetElapsedTime(_beganAt, timestamp) - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    private sealed class Sighting(long first)
    {
        private readonly Lock _lock = new();

        public long First { get; private set; } = first;

        public long Last { get; private set; } = first;

        public int Count { get; private set; }

        public long Note(long now)
        {
            lock (_lock)
            {
                (First, Last, Count) = (Math.Min(First, now), Math.Max(Last, now), Count + 1);
                return now - First;
            }
        }
    }
}

using System.Collections.Concurrent;

namespace CommandCenter.Load.Measuring;

/// <summary>Counts by word. Safe on any thread.</summary>
public sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    /// <summary>One more of a word.</summary>
    public void Add(string word) => _counts.AddOrUpdate(word, 1, static (_, n) => n + 1);

    /// <summary>All of them.</summary>
    public int Total => _counts.Values.Sum();

    /// <summary>The counts, by word.</summary>
    public SortedDictionary<string, int> Counts() => new(_counts, StringComparer.Ordinal);
}

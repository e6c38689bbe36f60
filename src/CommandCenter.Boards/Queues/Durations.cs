namespace CommandCenter.Boards.Queues;

/// <summary>Durations kept in order, in whole seconds, so that a percentile is one look-up.</summary>
internal sealed class Durations
{
    private readonly List<int> _sorted = [];
    private long _sum;

    public int Count => _sorted.Count;

    /// <summary>Rounded to the second; null while there are none.</summary>
    public int? Mean => Count == 0 ? null : (int)((_sum + (Count / 2)) / Count);

    /// <summary>To the second's fraction; 0 while there are none.</summary>
    public double ExactMean => Count == 0 ? 0 : (double)_sum / Count;

    public void Add(TimeSpan duration)
    {
        var seconds = (int)Math.Clamp(duration.Ticks / TimeSpan.TicksPerSecond, 0, int.MaxValue);
        _sum += seconds;
        var at = _sorted.BinarySearch(seconds);
        _sorted.Insert(at < 0 ? ~at : at, seconds);
    }

    /// <summary>By nearest rank: the smallest that at least so many percent do not exceed; null while there are none.</summary>
    public int? Percentile(int percent) =>
        Count == 0 ? null : _sorted[Math.Max(0, (((Count * percent) + 99) / 100) - 1)];
}

using System.Diagnostics;

namespace CommandCenter.Load.Measuring;

/// <summary>Collects durations. Safe on any thread.</summary>
public sealed class Durations
{
    private readonly Lock _lock = new();
    private readonly List<double> _milliseconds = [];

    /// <summary>One more.</summary>
    public void Add(long ticks)
    {
        lock (_lock)
        {
            _milliseconds.Add(ticks * 1000.0 / Stopwatch.Frequency);
        }
    }

    /// <summary>One more.</summary>
    public void Add(TimeSpan time) => Add((long)(time.TotalSeconds * Stopwatch.Frequency));

    /// <summary>The figures so far; zeros where there is nothing.</summary>
    public Figures Figures()
    {
        double[] sorted;
        lock (_lock)
        {
            sorted = [.. _milliseconds];
        }

        Array.Sort(sorted);
        return sorted.Length == 0 ? default : new(sorted.Length, At(sorted, 50), At(sorted, 90), At(sorted, 99), Math.Round(sorted[^1], 2));
    }

    private static double At(double[] sorted, int percent) => Math.Round(sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)], 2);
}

/// <summary>Durations in figures, milliseconds.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="P50">Half took no longer.</param>
/// <param name="P90">Nine of ten took no longer.</param>
/// <param name="P99">Ninety-nine of a hundred took no longer.</param>
/// <param name="Max">The longest.</param>
public readonly record struct Figures(int Count, double P50, double P90, double P99, double Max);

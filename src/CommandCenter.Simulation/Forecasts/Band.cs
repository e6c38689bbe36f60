using System.Numerics;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>What a forecast says of one quantity: in one run of ten it was below, in half, in nine of ten. Never shown as one exact figure.</summary>
public readonly record struct Band(double P10, double P50, double P90)
{
    /// <summary>By nearest rank over the runs; sorts them.</summary>
    public static Band Of<T>(Span<T> runs)
        where T : INumberBase<T>
    {
        if (runs.IsEmpty)
        {
            throw new ArgumentException("A band needs at least one run.", nameof(runs));
        }

        runs.Sort();
        return new(At(runs, 10), At(runs, 50), At(runs, 90));
    }

    private static double At<T>(ReadOnlySpan<T> sorted, int percent)
        where T : INumberBase<T> => double.CreateChecked(sorted[Math.Max(0, (((sorted.Length * percent) + 99) / 100) - 1)]);
}

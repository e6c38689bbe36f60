namespace CommandCenter.Simulation.Randomness;

/// <summary>
/// A distribution as a table of its quantiles, in seconds: a draw is one look-up and one multiplication, the same on every
/// machine. The table is straight between its points, apart from the first and the last, where the quantile is computed.
/// </summary>
/// <remarks>Immutable; safe on any thread.</remarks>
public sealed class QuantileTable
{
    // 1,024 cells keep mean and variance of a lognormal with a variation up to 2 within a thousandth.
    private const int Cells = 1024;

    private readonly double[] _quantiles = new double[Cells + 1];
    private readonly DistributionKind _kind;
    private readonly double _mean;
    private readonly double _spread;

    /// <summary>The table of a distribution.</summary>
    public QuantileTable(Distribution distribution)
        : this(distribution.Kind, distribution.Mean.TotalSeconds, distribution.Variation)
    {
    }

    /// <summary>The table of a distribution with a mean in seconds.</summary>
    public QuantileTable(DistributionKind kind, double mean, double variation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mean);
        ArgumentOutOfRangeException.ThrowIfNegative(variation);
        (_kind, _mean) = (kind, mean);
        _spread = kind == DistributionKind.Lognormal ? Math.Sqrt(PortableMath.Log(1 + (variation * variation))) : variation;
        for (var i = 1; i < Cells; i++)
        {
            _quantiles[i] = Exact((double)i / Cells);
        }
    }

    /// <summary>The mean, seconds.</summary>
    public double Mean => _mean;

    /// <summary>The value that a share of <paramref name="share"/> (0 to below 1) does not exceed, seconds.</summary>
    public double At(double share)
    {
        var place = share * Cells;
        var cell = (int)place;
        if (cell is < 1 or >= Cells - 1)
        {
            return Exact(share);
        }

        var low = _quantiles[cell];
        return low + ((place - cell) * (_quantiles[cell + 1] - low));
    }

    /// <summary>
    /// What remains of a value of which <paramref name="elapsed"/> seconds have passed already, at a share of the values that
    /// are longer than that.
    /// </summary>
    public double RemainderAt(double share, double elapsed)
    {
        var passed = ShareBelow(elapsed);
        return Math.Max(0, At(passed + (share * (1 - passed))) - elapsed);
    }

    /// <summary>The share of values below so many seconds, to the width of a cell.</summary>
    public double ShareBelow(double seconds)
    {
        var found = Array.BinarySearch(_quantiles, 1, Cells - 1, seconds);
        var next = found < 0 ? ~found : found;
        if (next is <= 1 or >= Cells)
        {
            return next <= 1 ? 0 : 1 - (0.5 / Cells);
        }

        var width = _quantiles[next] - _quantiles[next - 1];
        return (next - 1 + (width > 0 ? (seconds - _quantiles[next - 1]) / width : 0)) / Cells;
    }

    private double Exact(double share) => _kind switch
    {
        DistributionKind.Fixed => _mean,
        DistributionKind.Exponential => -PortableMath.Log(1 - share) * _mean,
        DistributionKind.Uniform => _mean * (1 + (_spread * ((2 * share) - 1))),
        DistributionKind.Lognormal => _mean * PortableMath.Exp((_spread * PortableMath.InverseNormal(Math.Max(share, 1e-16))) - (_spread * _spread / 2)),
        _ => throw new InvalidOperationException($"{_kind} is no distribution."),
    };
}

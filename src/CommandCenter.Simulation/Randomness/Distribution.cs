namespace CommandCenter.Simulation.Randomness;

/// <summary>How a duration is distributed.</summary>
public enum DistributionKind
{
    /// <summary>Always the mean.</summary>
    Fixed,

    /// <summary>Exponential.</summary>
    Exponential,

    /// <summary>Lognormal with a coefficient of variation.</summary>
    Lognormal,

    /// <summary>Uniform within mean × (1 ± variation).</summary>
    Uniform,
}

/// <summary>A distribution of durations.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="Mean">Its mean; not negative.</param>
/// <param name="Variation">Lognormal: standard deviation over mean; uniform: half width over mean, 0 to 1. Otherwise without meaning.</param>
public sealed record Distribution(DistributionKind Kind, TimeSpan Mean, double Variation = 0)
{
    /// <summary>A draw, rounded to whole milliseconds.</summary>
    public TimeSpan Sample(RandomStream random)
    {
        var factor = Kind switch
        {
            DistributionKind.Fixed => 1.0,
            DistributionKind.Exponential => -PortableMath.Log(1 - random.NextDouble()),
            DistributionKind.Uniform => 1 + (Variation * ((2 * random.NextDouble()) - 1)),
            DistributionKind.Lognormal => Lognormal(random.NextNormal()),
            _ => throw new InvalidOperationException($"{Kind} is no distribution."),
        };
        return TimeSpan.FromMilliseconds(Math.Round(Mean.TotalMilliseconds * factor, MidpointRounding.AwayFromZero));
    }

    // With σ² = ln(1 + v²) and μ = −σ²/2 the mean is 1 and the coefficient of variation v.
    private double Lognormal(double normal)
    {
        var variance = PortableMath.Log(1 + (Variation * Variation));
        return PortableMath.Exp((Math.Sqrt(variance) * normal) - (variance / 2));
    }
}

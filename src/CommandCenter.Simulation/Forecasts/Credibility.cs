namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// How much today's measured times count against the plan's. Bühlmann's credibility: of n measured times the day's mean is
/// Z × measured + (1 − Z) × planned, with Z = n / (n + k), where k is the variance of single times over the variance of
/// day means about the plan. With k = 6 six times weigh as much as the plan, and a day's mean lies within ± v/√6 of the plan,
/// a fifth for the usual variation v of a half. What stays unknown of the day's mean has the variance σ² / (n + k); each run
/// of a forecast draws its own day mean with it.
/// </summary>
/// <remarks>H. Bühlmann, "Experience rating and credibility", ASTIN Bulletin 4 (1967), 199–207.</remarks>
public static class Credibility
{
    /// <summary>Measured times that weigh as much as the plan.</summary>
    public const double PlanWorth = 6;

    /// <summary>The weight of so many measured times, 0 to below 1.</summary>
    public static double Weight(int count) => count / (count + PlanWorth);

    /// <summary>The day's mean, and how uncertain it still is.</summary>
    /// <param name="planned">The plan's mean.</param>
    /// <param name="count">Times measured today.</param>
    /// <param name="measured">Their mean.</param>
    /// <param name="variation">Standard deviation of single times over their mean.</param>
    public static Belief Blend(double planned, int count, double measured, double variation)
    {
        var weight = Weight(count);
        return new((weight * measured) + ((1 - weight) * planned), variation, variation / Math.Sqrt(count + PlanWorth));
    }
}

/// <summary>What is believed of a kind of times.</summary>
/// <param name="Mean">Their mean today, seconds.</param>
/// <param name="Variation">Standard deviation of single times over the mean.</param>
/// <param name="Uncertainty">Standard deviation of the mean itself over the mean.</param>
public readonly record struct Belief(double Mean, double Variation, double Uncertainty);

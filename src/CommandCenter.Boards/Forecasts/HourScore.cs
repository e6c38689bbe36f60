using System.Collections.Immutable;

namespace CommandCenter.Boards.Forecasts;

/// <summary>How well the forecast of an hour did.</summary>
/// <param name="At">When it was made.</param>
/// <param name="End">The end of the day.</param>
/// <param name="Waits">The waits of those who joined the lines next.</param>
/// <param name="Calls">The next calls of those who waited.</param>
/// <param name="SoldOut">When types of flats ran out, or that they did not.</param>
public sealed record HourScore(DateTimeOffset At, HitScore End, HitScore Waits, HitScore Calls, HitScore SoldOut);

/// <summary>How often reality fell within a band, and how far off the median was.</summary>
/// <param name="Inside">Times within P10 to P90, both ends included.</param>
/// <param name="Total">Times in all.</param>
/// <param name="OffSeconds">The median distance from the median; null where nothing could be measured.</param>
/// <param name="BiasSeconds">The median of reality less the median: positive where reality came later, or waited longer, than said.</param>
public sealed record HitScore(int Inside, int Total, double? OffSeconds, double? BiasSeconds)
{
    /// <summary>The share within, 0 to 1; null where there is nothing.</summary>
    public double? Share => Total == 0 ? null : (double)Inside / Total;

    internal static HitScore Of(IEnumerable<Hit> hits) => Of([.. hits]);

    /// <summary>All of them together.</summary>
    internal static HitScore Of(ImmutableArray<Hit> hits)
    {
        var errors = hits.Where(static h => double.IsFinite(h.Error)).Select(static h => h.Error).ToList();
        return new(
            hits.Count(static h => h.Inside), hits.Length,
            Median(errors.Select(Math.Abs)), Median(errors)) { Hits = hits };
    }

    /// <summary>The single comparisons, to be summed over several days.</summary>
    internal ImmutableArray<Hit> Hits { get; private init; } = [];

    /// <summary>Scores of the same hour of several days as one.</summary>
    public static HitScore Sum(IEnumerable<HitScore> scores) => Of([.. scores.SelectMany(static s => s.Hits)]);

    private static double? Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>One comparison. Error: reality less the median, seconds; not finite where one of them never came.</summary>
internal readonly record struct Hit(bool Inside, double Error)
{
    public static Hit Of(double real, double p10, double p50, double p90) => new(real >= p10 && real <= p90, real == p50 ? 0 : real - p50);
}

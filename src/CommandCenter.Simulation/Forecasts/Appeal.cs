using CommandCenter.Boards.Moments;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// How sought the types of flats are, in the weights of <see cref="Scenarios.Preferences"/>: what the story says, corrected by what
/// has been taken today where the story is in doubt. The logit of <see cref="FlatChoice"/> with a normal prior about each type's
/// liking; its mode by Newton's steps, what stays unknown by the curvature there (Laplace).
/// </summary>
internal sealed class Appeal
{
    // Of a guess: the most sought type of the reference operation has the weight 1.6, the least sought 0.
    private const double Guess = 1;

    // Each step halves what is left of the error, or better: types compete, so that steps of one type alone go too far.
    private const int Steps = 24;
    private const double Damping = 0.5;

    private Appeal(double[] liking, double[] doubt) => (Liking, Doubt) = (liking, doubt);

    /// <summary>Per type of flat.</summary>
    public double[] Liking { get; }

    /// <summary>Standard deviation of what is not known of it.</summary>
    public double[] Doubt { get; }

    /// <summary>As the story has it.</summary>
    public static Appeal OfStory(DayOutline day) => new(
        [.. day.Types.Select(t => day.Scenario.Preferences.Types.GetValueOrDefault(t.Type))],
        [.. day.Types.Select(_ => day.Scenario.IsGuess ? Guess : 0)]);

    /// <summary>Corrected by what had been taken at a moment.</summary>
    public static Appeal Of(DayOutline day, DayMoment moment)
    {
        var story = OfStory(day);
        var taken = day.Types.Select(static t => (double)(t.Total - t.Left)).ToArray();
        if (!day.Scenario.IsGuess || taken.Sum() <= 0)
        {
            return story;
        }

        var chose = Enumerable.Range(0, moment.Households.Length).Where(h => moment.Households[h].HasSelected).ToArray();
        var (flats, liking) = (new FlatChoice(day), story.Liking.ToArray());
        const double prior = 1 / (Guess * Guess);
        var (expected, spread) = (new double[liking.Length], new double[liking.Length]);
        for (var step = 0; step < Steps; step++)
        {
            flats.Expect(chose, liking, expected, spread);
            var share = taken.Sum() / Math.Max(expected.Sum(), 1e-9);
            for (var t = 0; t < liking.Length; t++)
            {
                var slope = ((taken[t] - (expected[t] * share)) / flats.Scale) - ((liking[t] - story.Liking[t]) * prior);
                liking[t] += Damping * slope / Curvature(t, share);
            }
        }

        return new(liking, [.. liking.Select((_, t) => 1 / Math.Sqrt(Curvature(t, taken.Sum() / Math.Max(expected.Sum(), 1e-9))))]);

        double Curvature(int t, double share) => (spread[t] * share / (flats.Scale * flats.Scale)) + prior;
    }

    /// <summary>The likings of one run: what is not known of them is drawn.</summary>
    public void Draw(double[] liking, KeyedDraws draws, int subject)
    {
        for (var t = 0; t < liking.Length; t++)
        {
            liking[t] = Liking[t] + (Doubt[t] > 0 ? Doubt[t] * PortableMath.InverseNormal(Math.Max(draws.At(subject + t, 0), 1e-16)) : 0);
        }
    }
}

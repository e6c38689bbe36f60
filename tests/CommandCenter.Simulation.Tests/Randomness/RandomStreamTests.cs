using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Tests.Randomness;

public sealed class RandomStreamTests
{
    [Fact]
    public void NextDouble_KnownSeed_GivesTheNumbersThatItAlwaysGave()
    {
        // Pinned: if these change, every recorded drill plays differently.
        var stream = new RandomStream(20261205, "resident/h001");
        Assert.Equal(Pinned, Enumerable.Range(0, 4).Select(_ => (long)(stream.NextDouble() * 1e12)));
    }

    [Fact]
    public void Streams_OtherNamesOrSeeds_AreOthers()
    {
        var first = new[] { ("a", 1), ("b", 1), ("a", 2), ("", 1), ("ab", 1) }.Select(static s => new RandomStream(s.Item2, s.Item1).NextDouble()).ToList();
        Assert.Equal(first.Count, first.Distinct().Count());
    }

    [Fact]
    public void NextDouble_ManyDraws_IsUniform()
    {
        var stream = new RandomStream(7, "uniform");
        var buckets = new int[20];
        for (var i = 0; i < 200_000; i++)
        {
            buckets[(int)(stream.NextDouble() * 20)]++;
        }

        // Chi-squared with 19 degrees of freedom: above 43.8 once in a thousand; the seed is fixed, so this is one fact.
        Assert.InRange(buckets.Sum(static b => Math.Pow(b - 10_000, 2) / 10_000), 5, 43.8);
    }

    [Theory]
    [InlineData(DistributionKind.Exponential, 0, 1)]
    [InlineData(DistributionKind.Lognormal, 0.5, 0.5)]
    [InlineData(DistributionKind.Lognormal, 1.5, 1.5)]
    [InlineData(DistributionKind.Uniform, 0.6, 0.34641)]
    [InlineData(DistributionKind.Fixed, 0, 0)]
    public void Sample_ManyDraws_HasMeanAndVariation(DistributionKind kind, double variation, double expectedVariation)
    {
        var distribution = new Distribution(kind, TimeSpan.FromMinutes(5), variation);
        var stream = new RandomStream(11, $"{kind}/{variation}");
        var draws = Enumerable.Range(0, 200_000).Select(_ => distribution.Sample(stream).TotalSeconds).ToArray();
        var mean = draws.Average();
        var deviation = Math.Sqrt(draws.Average(d => (d - mean) * (d - mean)));
        Assert.InRange(mean, 300 * 0.985, 300 * 1.015);
        Assert.InRange(deviation / mean, expectedVariation * 0.96 - 1e-9, expectedVariation * 1.04 + 1e-9);
        Assert.All(draws, static d => Assert.True(d >= 0));
    }

    private static readonly long[] Pinned = [604356018827, 767891194210, 485975314096, 130617758687];
}

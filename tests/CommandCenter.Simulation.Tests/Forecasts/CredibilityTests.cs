using CommandCenter.Simulation.Forecasts;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Tests.Forecasts;

public sealed class CredibilityTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(6, 0.5)]
    [InlineData(54, 0.9)]
    public void Weight_GrowsWithWhatWasMeasured(int count, double weight) => Assert.Equal(weight, Credibility.Weight(count), 12);

    [Fact]
    public void Blend_SixTimes_WeighAsMuchAsThePlan()
    {
        var belief = Credibility.Blend(planned: 360, count: 6, measured: 240, variation: 0.5);
        Assert.Equal(300, belief.Mean, 9);
        Assert.Equal(0.5 / Math.Sqrt(12), belief.Uncertainty, 9);
    }

    [Fact]
    public void Remainder_OfAServiceThatLasts_IsThatOfTheLongerOnes()
    {
        var table = new QuantileTable(DistributionKind.Exponential, 300, 0);

        // An exponential time has no memory: whatever has passed, the same is still to come.
        Assert.Equal(table.At(0.5), table.RemainderAt(0.5, 200), 0.5);
        Assert.Equal(table.At(0.9), table.RemainderAt(0.9, 600), 2.0);
    }
}

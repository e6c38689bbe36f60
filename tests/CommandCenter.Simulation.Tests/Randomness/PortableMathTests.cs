using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Tests.Randomness;

public sealed class PortableMathTests
{
    [Fact]
    public void Log_WideRange_AgreesWithTheLibraryToThirteenDigits()
    {
        for (var x = 1e-12; x < 1e12; x *= 1.37)
        {
            Assert.True(Math.Abs(PortableMath.Log(x) - Math.Log(x)) <= 1e-13 * Math.Max(1, Math.Abs(Math.Log(x))), $"ln {x}");
        }
    }

    [Fact]
    public void Exp_WideRange_AgreesWithTheLibraryToThirteenDigits()
    {
        for (var x = -60.0; x < 60; x += 0.137)
        {
            Assert.True(Math.Abs((PortableMath.Exp(x) / Math.Exp(x)) - 1) < 1e-13, $"exp {x}");
        }
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963985)]
    [InlineData(0.01, -2.326347874)]
    [InlineData(0.999, 3.090232306)]
    [InlineData(1e-6, -4.753424309)]
    public void InverseNormal_KnownQuantiles_AreMet(double p, double expected) =>
        Assert.Equal(expected, PortableMath.InverseNormal(p), 7);

    [Fact]
    public void Log_NotPositive_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(static () => PortableMath.Log(0));
}

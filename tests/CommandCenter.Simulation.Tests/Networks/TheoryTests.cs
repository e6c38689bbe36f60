using CommandCenter.Simulation.Randomness;
using Xunit.Abstractions;

namespace CommandCenter.Simulation.Tests.Networks;

/// <summary>The kernel of the forecast against what queueing theory knows; each test prints its rows of the table.</summary>
public sealed class TheoryTests(ITestOutputHelper output)
{
    private const double Within = 0.02;

    [Theory]
    [InlineData(1, 0.7)]
    [InlineData(3, 0.8)]
    [InlineData(5, 0.85)]
    public void Wait_ExponentialServiceAtSeveralServers_IsErlangs(int servers, double load)
    {
        var run = new LongRun { Servers = [servers], Arrivals = servers * load / 60, Service = [Table(DistributionKind.Exponential, 60, 0)] };
        Compare($"M/M/{servers}, load {load}", Theory.Wait(servers, run.Arrivals, 60), run.Waits()[0].All);
    }

    [Theory]
    [InlineData(1, 0.7)]
    [InlineData(3, 0.8)]
    public void Wait_HalfOfThemWithPriority_IsCobhams(int servers, double load)
    {
        var run = new LongRun
        {
            Servers = [servers], Arrivals = servers * load / 60, Service = [Table(DistributionKind.Exponential, 60, 0)], FirstShare = 0.5,
        };
        var (first, second) = Theory.PriorityWaits(servers, run.Arrivals, 60, 0.5);
        var waits = run.Waits()[0];
        Compare($"M/M/{servers} with priority, load {load}, first class", first, waits.First);
        Compare($"M/M/{servers} with priority, load {load}, second class", second, waits.Second);
    }

    [Theory]
    [InlineData(DistributionKind.Fixed, 0, 0)]
    [InlineData(DistributionKind.Uniform, 0.8, 0.8 * 0.8 / 3)]
    [InlineData(DistributionKind.Lognormal, 0.5, 0.25)]
    [InlineData(DistributionKind.Lognormal, 1.5, 2.25)]
    public void Wait_AnyServiceAtOneServer_IsPollaczeksAndKhinchines(DistributionKind kind, double variation, double variance)
    {
        var run = new LongRun { Servers = [1], Arrivals = 0.7 / 60, Service = [Table(kind, 60, variation)] };
        Compare($"M/G/1, {kind} {variation}, load 0.7", Theory.PollaczekKhinchine(run.Arrivals, 60, variance), run.Waits()[0].All);
    }

    [Fact]
    public void Wait_NetworkWithReturns_IsThatOfItsProductForm()
    {
        // Three stations; a tenth of those at the second go back to the first, a fifth of those at the third to the second.
        const double arrivals = 0.02;
        int[] servers = [2, 3, 2];
        double[] service = [70, 90, 60];
        var run = new LongRun
        {
            Servers = servers,
            Arrivals = arrivals,
            Service = [.. service.Select(static s => Table(DistributionKind.Exponential, s, 0))],
            Routes = [[(1, 1.0)], [(0, 0.1), (2, 0.9)], [(1, 0.2)]],
        };

        // What flows through each: x1 = a + 0.1 x2, x2 = x1 + 0.2 x3, x3 = 0.9 x2.
        var second = arrivals / (1 - 0.1 - (0.2 * 0.9));
        double[] flow = [arrivals + (0.1 * second), second, 0.9 * second];
        var waits = run.Waits();
        for (var s = 0; s < servers.Length; s++)
        {
            Compare($"Jackson network, station {s + 1}: M/M/{servers[s]}, load {flow[s] * service[s] / servers[s]:F2}", Theory.Wait(servers[s], flow[s], service[s]), waits[s].All);
        }
    }

    private static QuantileTable Table(DistributionKind kind, double mean, double variation) => new(kind, mean, variation);

    private void Compare(string what, double theory, double measured)
    {
        output.WriteLine($"| {what} | theory {theory:F2} s | measured {measured:F2} s | {(measured / theory) - 1:P2} |");
        Assert.InRange(measured / theory, 1 - Within, 1 + Within);
    }
}

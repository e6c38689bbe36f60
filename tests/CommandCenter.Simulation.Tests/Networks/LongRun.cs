using CommandCenter.Simulation.Networks;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Tests.Networks;

/// <summary>Mean waits of a network with Poisson arrivals over so many customers that chance hardly shows.</summary>
internal sealed record LongRun
{
    private const long Seed = 1;
    private const int Customers = 200_000;
    private const int Filling = 5_000;

    public required int[] Servers { get; init; }

    public required double Arrivals { get; init; }

    public required QuantileTable[] Service { get; init; }

    public IReadOnlyList<IReadOnlyList<(int To, double Chance)>>? Routes { get; init; }

    /// <summary>The share of customers who have priority, drawn one by one.</summary>
    public double FirstShare { get; init; }

    public int Runs { get; init; } = 40;

    /// <summary>The mean wait per station: of those with priority, those without, and all.</summary>
    public (double First, double Second, double All)[] Waits()
    {
        var model = new PlainNetwork(Service, Routes ?? PlainNetwork.Tandem(Servers.Length), Customers) { MeasureFrom = Filling };
        var network = new QueueNetwork<PlainNetwork>(Servers.Select(static _ => new Station()), Servers.Sum(), Customers, model);
        network.Model.First = network.HasPriority;
        var places = Servers.SelectMany(static (n, s) => Enumerable.Repeat(s, n)).ToArray();
        var who = Enumerable.Range(0, Customers).ToArray();
        for (var run = 0; run < Runs; run++)
        {
            var draws = KeyedDraws.Of(Seed, run);
            for (var c = 0; c < Customers; c++)
            {
                network.HasPriority[c] = draws.At(c, 255) < FirstShare;
            }

            network.Model.Draws = draws;
            network.Model.Clear();
            network.Begin(places);
            network.Run(Poisson(draws), who, 0, []);
        }

        return [.. Servers.Select((_, s) => Mean(network.Model, s))];
    }

    private double[] Poisson(KeyedDraws draws)
    {
        var gap = new QuantileTable(DistributionKind.Exponential, 1 / Arrivals, 0);
        var (at, times) = (0.0, new double[Customers]);
        for (var i = 0; i < Customers; i++)
        {
            times[i] = at += gap.At(draws.At(Customers + i, 0));
        }

        return times;
    }

    private static (double First, double Second, double All) Mean(PlainNetwork model, int station)
    {
        var (second, first) = (model.Waited[station, 0], model.Waited[station, 1]);
        var (seconds, firsts) = (model.Count[station, 0], model.Count[station, 1]);
        return (first / firsts, second / seconds, (first + second) / (firsts + seconds));
    }
}

using System.Diagnostics;
using CommandCenter.Simulation.Networks;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Bench;

/// <summary>The kernel alone: a plain tandem of five stations, 199 arrivals a run, on one core.</summary>
internal static class NetworkBench
{
    private const int Customers = 199;
    private const int Runs = 20_000;
    private const int Rounds = 3;
    private static readonly int[] Servers = [2, 4, 3, 3, 2];
    private static readonly double[] Minutes = [1, 6, 4, 6, 4];

    public static void Run()
    {
        var best = double.MaxValue;
        var last = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            // Time on the processor, in one thread: what others do on the machine is not counted.
            var start = Process.GetCurrentProcess().TotalProcessorTime;
            last = Days();
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds);
        }

        Console.WriteLine("| network | runs | runs a second (best of 3) | ns a service | last household done (mean, h) |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        Console.WriteLine($"| tandem 2-4-3-3-2, lognormal, 199 arrivals | {Runs} | {Runs / best:F0} | {best * 1e9 / Runs / Customers / Servers.Length:F0} | {last:F2} |");
    }

    private static double Days()
    {
        var service = Minutes.Select(static m => new QuantileTable(DistributionKind.Lognormal, m * 60, 0.45)).ToArray();
        var network = new QueueNetwork<PlainNetwork>(
            Servers.Select(static _ => new Station()), Servers.Sum(), Customers, new(service, PlainNetwork.Tandem(Servers.Length), Customers));
        var gap = new QuantileTable(DistributionKind.Exponential, 6.5 * 3600 / Customers, 0);
        var places = Servers.SelectMany(static (n, s) => Enumerable.Repeat(s, n)).ToArray();
        var who = Enumerable.Range(0, Customers).ToArray();
        var (times, sum) = (new double[Customers], 0.0);
        for (var run = 0; run < Runs; run++)
        {
            var draws = KeyedDraws.Of(1, run);
            var at = 0.0;
            for (var i = 0; i < Customers; i++)
            {
                times[i] = at += gap.At(draws.At(Customers + i, 0));
            }

            network.Model.Draws = draws;
            network.Model.Clear();
            network.Begin(places);
            network.Run(times, who, 0, []);
            sum += network.Model.LastAt;
        }

        return sum / Runs / 3600;
    }
}

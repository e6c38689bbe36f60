using CommandCenter.Bench.Hub;
using CommandCenter.Server.Hosting;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Bench.Nodes;

/// <summary>A whole server on Redis, in a process of its own, that takes as many commands as it can.</summary>
internal static class BenchNode
{
    /// <summary>What the process is told so that it issues a code to each operation's commander.</summary>
    public const string Codes = "codes";

    /// <summary>Starts one and waits until it has opened every operation and listens.</summary>
    /// <param name="redis">Its Redis.</param>
    /// <param name="folder">Its data folder, of which it makes little use.</param>
    /// <param name="further"><see cref="Codes"/>, or nothing.</param>
    public static Task<HubServer> StartAsync(RedisServer redis, TemporaryFolder folder, params string[] further) =>
        HubServer.StartAsync("node", [redis.Address, folder.Path, .. further]);

    /// <summary>What the process does: founds the sample where there is none, and says where it listens and how its commanders join.</summary>
    public static async Task RunAsync(string redis, string data, bool issue)
    {
        await using var server = await CommandServer.StartAsync(new()
        {
            Data = data, Urls = "http://127.0.0.1:0", Plan = Checkout.Sample, Journal = JournalKind.Redis, Redis = new() { Servers = redis }, Forecasts = false,
            Limits = new() { CommandsPerSecond = 100_000, CommandBurst = 100_000, EnrolmentsPerMinute = 100_000 },
        });
        var commanded = issue ? server.Operations.All : [];
        var codes = commanded.Select(o => $"{o.Id}={server.Codes.Issue(o.Id, [new("commander")])[0]}");
        Console.WriteLine($"{server.Addresses.Single()} {string.Join(',', codes.DefaultIfEmpty("-"))}");
        HubServers.Answer(static () => 0);
    }
}

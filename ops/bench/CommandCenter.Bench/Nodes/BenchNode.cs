using CommandCenter.Bench.Hub;
using CommandCenter.Server.Hosting;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Bench.Nodes;

/// <summary>A whole server on Redis, in a process of its own, that takes as many commands as it can.</summary>
internal static class BenchNode
{
    /// <summary>Starts one and waits until it has opened every operation and listens.</summary>
    public static Task<HubServer> StartAsync(RedisServer redis, TemporaryFolder folder) => HubServer.StartAsync("node", redis.Address, folder.Path);

    /// <summary>What the process does: founds the sample where there is none, and says where it listens and how its commanders join.</summary>
    public static async Task RunAsync(string redis, string data)
    {
        await using var server = await CommandServer.StartAsync(new()
        {
            Data = data, Urls = "http://127.0.0.1:0", Plan = Checkout.Sample, Journal = JournalKind.Redis, Redis = new() { Servers = redis }, Forecasts = false,
            Limits = new() { CommandsPerSecond = 100_000, CommandBurst = 100_000, EnrolmentsPerMinute = 100_000 },
        });
        var codes = server.Operations.All.Select(o => $"{o.Id}={server.Codes.Issue(o.Id, [new("commander")])[0]}");
        Console.WriteLine($"{server.Addresses.Single()} {string.Join(',', codes)}");
        HubServers.Answer(static () => 0);
    }
}

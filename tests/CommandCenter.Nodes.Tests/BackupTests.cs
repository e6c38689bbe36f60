using System.Text.RegularExpressions;
using CommandCenter.Server.CommandLine;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Nodes.Tests;

/// <summary>The steps of the runbook's "Redis: backup and restore", one after the other with the real programs.</summary>
public sealed partial class BackupTests : IAsyncLifetime
{
    private static readonly string[] Written =
        ["aof_enabled:1", "aof_rewrite_in_progress:0", "aof_rewrite_scheduled:0", "aof_last_bgrewrite_status:ok"];

    private readonly string _folder = Directory.CreateTempSubdirectory("copy-").FullName;
    private Cluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await Cluster.StartAsync(1);

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Copy_TakenWhileAllGoesOnAndPutBack_GivesTheSameChainAndNodesGoOnFromIt()
    {
        Assert.Equal(200, (await _cluster.Commander.GiveAsync(_cluster.Nodes[0], Acts.Raise("i-copied"))).Status);
        await _cluster.FirstAsync(static e => Acts.IsOrderOf(e, "i-copied"), "the order of the incident");
        var last = (await _cluster.EntriesAsync())[^1].Sequence;
        await Programs.RunAsync("redis-cli", "-p", $"{_cluster.Redis.Port}", "--rdb", Path.Combine(_folder, "dump.rdb"));
        var chain = await ChainAsync(_cluster.Redis.Address);

        await using var restored = await RestoreAsync();
        Assert.Equal(chain, await ChainAsync(restored.Address));
        await using var node = await Node.StartAsync(restored.Address);
        await using var screen = await Screen.WatchAsync(node, _cluster.Commander);
        await screen.AtAsync(last, "the node on the restored copy to show what was there");
        Assert.Equal(200, (await _cluster.Commander.GiveAsync(node, Acts.Raise("i-afterwards"))).Status);
    }

    // As the runbook says: without an append-only file first, since with one that is empty Redis would begin empty.
    private async Task<RedisServer> RestoreAsync()
    {
        var redis = await RedisServer.StartOnAsync(_folder, "--appendonly", "no");
        Assert.Equal("+OK", await redis.SayAsync("CONFIG SET appendonly yes"));
        await WrittenAsync(redis).Expected("the append-only file to be written");
        await redis.DisposeAsync();
        return await RedisServer.StartOnAsync(_folder, "--appendonly", "yes", "--appendfsync", "always");
    }

    private static async Task WrittenAsync(RedisServer redis)
    {
        string state;
        do
        {
            state = await Programs.RunAsync("redis-cli", "-p", $"{redis.Port}", "info", "persistence");
        }
        while (!Written.All(w => state.Contains(w, StringComparison.Ordinal)));
    }

    private async Task<string> ChainAsync(string redis)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.ndjson");
        await SayAsync("journal", "export", "--redis", redis, "--operation", "sample", "--out", file);
        return Hash().Match(await SayAsync("verify", file)) is { Success: true } hash ? hash.Value : throw new InvalidOperationException("No chain line.");
    }

    private static async Task<string> SayAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.True(await Cli.RunAsync(arguments, output, error) == 0, error.ToString() + output);
        return output.ToString();
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}

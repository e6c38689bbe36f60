using System.Diagnostics;

namespace CommandCenter.TestKit.Redis;

/// <summary>Three real Redis that share the keys among them by slots: a Redis Cluster without replicas.</summary>
public sealed class RedisCluster : IAsyncDisposable
{
    private RedisCluster(IReadOnlyList<RedisServer> servers) => Servers = servers;

    /// <summary>Its servers; each has a third of the slots.</summary>
    public IReadOnlyList<RedisServer> Servers { get; }

    /// <summary>All of them with commas, as a client is told.</summary>
    public string Address => string.Join(',', Servers.Select(static s => s.Address));

    /// <summary>Starts three, each with settings of its own besides, and waits until all of them serve every slot.</summary>
    public static async Task<RedisCluster> StartAsync(params string[] settings)
    {
        string[] clustered = ["--cluster-enabled", "yes", .. settings];
        var servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RedisServer.StartAsync(clustered)));
        await JoinAsync(servers).Expected("redis-cli to join the servers");
        foreach (var server in servers) await WholeAsync(server).Expected($"{server.Address} to know who has which slot");
        return new(servers);
    }

    /// <summary>The number of keys that lie on each server.</summary>
    public async Task<int[]> SizesAsync() =>
        [.. (await Task.WhenAll(Servers.Select(static s => s.SayAsync("DBSIZE")))).Select(static said => int.Parse(said.AsSpan(1), null))];

    /// <summary>Throws everything away, on all of them.</summary>
    public Task EmptyAsync() => Task.WhenAll(Servers.Select(static s => s.SayAsync("FLUSHALL")));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in Servers) await server.DisposeAsync();
    }

    private static async Task JoinAsync(RedisServer[] servers)
    {
        string[] arguments = ["--cluster", "create", .. servers.Select(static s => s.Address), "--cluster-yes"];
        using var join = Process.Start(new ProcessStartInfo("redis-cli", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await join.StandardOutput.ReadToEndAsync();
        await join.WaitForExitAsync();
        if (join.ExitCode != 0) throw new InvalidOperationException($"The servers did not join: {said}");
    }

    // The last to hear of it hears of it from the others.
    private static async Task WholeAsync(RedisServer server)
    {
        while (await server.ClusterStateAsync() != "cluster_state:ok")
        {
        }
    }
}

using CommandCenter.Journal.Redis;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Journal.Tests.Contract;

/// <summary>A Redis Cluster and a line to it, shared by the tests of a class.</summary>
public sealed class RedisClusterFixture : IAsyncLifetime
{
    public RedisCluster Cluster { get; private set; } = null!;

    public RedisConnection Connection { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Cluster = await RedisCluster.StartAsync();
        Connection = await OpenAsync(Cluster.Address);
    }

    public static Task<RedisConnection> OpenAsync(string servers) =>
        RedisConnection.OpenAsync(new() { Servers = servers, CallTimeout = TimeSpan.FromSeconds(20) }, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await Connection.DisposeAsync();
        await Cluster.DisposeAsync();
    }
}

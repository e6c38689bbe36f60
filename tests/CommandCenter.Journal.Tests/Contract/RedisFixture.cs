using CommandCenter.Journal.Redis;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Journal.Tests.Contract;

/// <summary>A Redis and a line to it, shared by the tests of a class.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private RedisServer _server = null!;

    public RedisConnection Connection { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        Connection = await RedisConnection.OpenAsync(
            new() { Servers = _server.Address, CallTimeout = TimeSpan.FromSeconds(20) }, CancellationToken.None);
    }

    public async Task EmptyAsync() => Assert.Equal("+OK", await _server.SayAsync("FLUSHALL"));

    public async Task DisposeAsync()
    {
        await Connection.DisposeAsync();
        await _server.DisposeAsync();
    }
}

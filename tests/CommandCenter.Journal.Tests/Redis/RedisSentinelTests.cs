using CommandCenter.Journal.Events;
using CommandCenter.Journal.Redis;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Journal.Tests.Redis;

/// <summary>A process that comes up before those whom it asks where Redis is.</summary>
public sealed class RedisSentinelTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Open_BeforeSentinelOrRedisIsThere_FindsItWhenItComes(bool sentinelIsThere)
    {
        await using var server = await RedisServer.StartAsync();
        await server.KillAsync();
        var port = RedisServer.FreePort();
        var first = sentinelIsThere ? await RedisSentinel.StartAsync(port, server.Port) : null;

        await using var redis = await RedisConnection.OpenAsync(
            new() { Servers = $"127.0.0.1:{port},serviceName=day" }, CancellationToken.None);
        Assert.False(redis.IsReachable);
        var restored = redis.NextRestoredAsync();
        await server.RestartAsync();
        await using var sentinel = first ?? await RedisSentinel.StartAsync(port, server.Port);
        await restored.Expected("the line to find Redis");

        await using var journal = await RedisJournal.OpenAsync(redis, new("demo"), EventRegistry.Default);
        Assert.Equal(1, Assert.Single((await journal.AppendAsync(Appends.Note("c1", 0, "k1"))).Entries).Sequence);
    }
}

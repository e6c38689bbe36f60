using CommandCenter.Journal.Redis;
using CommandCenter.Server.Nodes;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Nodes.Tests;

/// <summary>The lease itself, on a real Redis and a clock moved by hand.</summary>
public sealed class RedisLeaseTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private RedisServer _server = null!;
    private RedisConnection _redis = null!;

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _redis = await RedisConnection.OpenAsync(new() { Servers = _server.Address }, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _redis.DisposeAsync();
        await _server.DisposeAsync();
    }

    // As a process that stood still for a moment: its time was over, and nobody else had asked yet.
    [Fact]
    public async Task Lease_RanOutForAMomentAndIsRenewed_TellsThoseWhoSawThat()
    {
        await using var lease = new RedisLease(_redis, "day", _clock);
        await HeldAsync(lease);
        await _clock.TimerDueAsync(_clock.Now + TimeSpan.FromSeconds(0.5));

        var change = lease.NextChangeAsync();
        _clock.StandStill(RedisLease.Lasts);
        await change.Expected("to be told that the lease is held again");

        Assert.True(lease.IsHeld);
    }

    [Fact]
    public async Task Lease_FoundWithAnother_IsLost()
    {
        await using var lease = new RedisLease(_redis, "day", _clock);
        await HeldAsync(lease);
        await _clock.TimerDueAsync(_clock.Now + TimeSpan.FromSeconds(0.5));

        await _server.SayAsync("SET cc:{day}:lease another");
        var change = lease.NextChangeAsync();
        _clock.StandStill(RedisLease.Lasts);
        Assert.False(lease.IsHeld);
        await change.Expected("to be told that the lease is gone");

        Assert.False(lease.IsHeld);
    }

    private static async Task HeldAsync(RedisLease lease)
    {
        while (lease.NextChangeAsync() is var change && !lease.IsHeld) await change.Expected("the lease");
    }
}

using CommandCenter.Journal.Events;
using CommandCenter.Journal.Redis;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Journal.Tests.Redis;

/// <summary>A Redis that another follows: what is acknowledged is held by both, and nobody takes the one for the other.</summary>
public sealed class RedisReplicaTests : IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    private RedisServer _first = null!;
    private RedisServer _replica = null!;

    public async Task InitializeAsync()
    {
        _first = await RedisServer.StartAsync("--repl-diskless-sync-delay", "0");
        _replica = await RedisServer.StartAsync("--replicaof", $"127.0.0.1 {_first.Port}");
        Assert.Equal(":1", await _first.SayAsync("WAIT 1 0").Expected("the replica to follow"));
    }

    public async Task DisposeAsync()
    {
        await _replica.DisposeAsync();
        await _first.DisposeAsync();
    }

    [Fact]
    public async Task Append_FewerReplicasThanAsked_IsNotAcknowledged()
    {
        await using var redis = await OpenAsync(_first.Address, TimeSpan.FromMilliseconds(500), replicas: 2);
        await using var journal = await RedisJournal.OpenAsync(redis, new("careful"), EventRegistry.Default);

        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await journal.AppendAsync(Appends.Note("c1", 0, "k1")));
    }

    [Fact]
    public async Task Append_AReplicaFollows_IsAcknowledgedAndThere()
    {
        await using var redis = await OpenAsync(_first.Address, Long);
        await using var journal = await RedisJournal.OpenAsync(redis, new("careful"), EventRegistry.Default);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(async i => await journal.AppendAsync(Appends.Note($"c{i}", 0, $"k{i}"))));

        Assert.Equal(":64", await _replica.SayAsync("XLEN cc:{careful}:entries"));
    }

    [Fact]
    public async Task Append_ReplicaStandsStill_IsNotAcknowledgedByAnybodyAndTheLineStaysOpen()
    {
        await using var here = await OpenAsync(_first.Address, TimeSpan.FromSeconds(1));
        await using var there = await OpenAsync(_first.Address, TimeSpan.FromSeconds(1));
        await using var a = await RedisJournal.OpenAsync(here, new("careful"), EventRegistry.Default);
        await using var b = await RedisJournal.OpenAsync(there, new("careful"), EventRegistry.Default);
        await a.AppendAsync(Appends.Note("c1", 0, "k1"));
        _replica.Stop();

        foreach (var journal in (RedisJournal[])[a, b, a])
        {
            var refused = await Assert.ThrowsAsync<JournalUnavailableException>(async () => await journal.AppendAsync(Appends.Note("c1", 1, "k2")));
            Assert.Contains("not held by 1 replicas", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal((true, true), (here.IsReachable, there.IsReachable));
        Assert.Equal(2, (await a.FollowedAsync(2)).Count);
        _replica.Continue();
        var again = await InsistAsync(b, Appends.Note("c1", 1, "k2"));

        Assert.True(again.Repeated);
        Assert.Equal(2, Assert.Single(again.Entries).Sequence);
    }

    // Meanwhile others read on a line of their own, and replicas are asked for again.
    [Fact]
    public async Task Append_ReplicaGoesOnBeforeTheTimeIsUp_IsAcknowledged()
    {
        await using var redis = await OpenAsync(_first.Address, TimeSpan.FromSeconds(8));
        await using var journal = await RedisJournal.OpenAsync(redis, new("careful"), EventRegistry.Default);
        var waits = await _first.CallsAsync("wait");
        _replica.Stop();
        var append = journal.AppendAsync(Appends.Note("c1", 0, "k1")).AsTask();
        while (await _first.CallsAsync("wait") < waits + 2) Assert.Equal(0, await journal.ReadCursorAsync("somebody", CancellationToken.None));
        _replica.Continue();

        Assert.False((await append.Expected("the append to be held")).Repeated);
    }

    [Fact]
    public async Task Open_OnlyAReplicaIsThere_ReachesNothing()
    {
        await _first.KillAsync();

        await using var redis = await OpenAsync(_replica.Address, TimeSpan.FromSeconds(2));

        Assert.False(redis.IsReachable);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => RedisJournal.OpenAsync(redis, new("demo"), EventRegistry.Default));
    }

    [Fact]
    public async Task Line_ReplicaDies_StaysOpen()
    {
        await using var redis = await OpenAsync($"{_first.Address},{_replica.Address}", Long, replicas: 0);
        await using var journal = await RedisJournal.OpenAsync(redis, new("demo"), EventRegistry.Default);
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var toldClosed = 0;
        redis.ReachableChanged = _ => toldClosed++;
        redis.Line.ConnectionFailed += (_, e) => gone.TrySetResult();

        await _replica.KillAsync();
        await gone.Task.Expected("the client to notice");

        Assert.Equal(0, toldClosed);
        await journal.AppendAsync(Appends.Note("c1", 0, "k1"));
    }

    private static Task<RedisConnection> OpenAsync(string servers, TimeSpan timeout, int replicas = 1) =>
        RedisConnection.OpenAsync(new() { Servers = servers, Replicas = replicas, CallTimeout = timeout }, CancellationToken.None);

    private static async Task<CommandAnswer> InsistAsync(RedisJournal journal, Append append)
    {
        while (true)
        {
            try
            {
                return await journal.AppendAsync(append);
            }
            catch (JournalUnavailableException)
            {
                // The replica has just woken up.
            }
        }
    }
}

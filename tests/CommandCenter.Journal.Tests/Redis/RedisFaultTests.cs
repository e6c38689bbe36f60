using System.Diagnostics;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Redis;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Journal.Tests.Redis;

/// <summary>A Redis that dies, freezes, or comes back as another one.</summary>
public sealed class RedisFaultTests : IAsyncLifetime
{
    private RedisServer _server = null!;
    private RedisConnection _redis = null!;
    private RedisJournalStore _store = null!;
    private IJournal _journal = null!;

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartDurableAsync();
        _redis = await RedisConnection.OpenAsync(new() { Servers = _server.Address }, CancellationToken.None);
        _store = new(_redis, EventRegistry.Default);
        _journal = await _store.OpenAsync(new("demo"), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _redis.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Append_RedisKilled_IsNotAnsweredUntilItIsBackAndThenOnce()
    {
        var first = await _journal.AppendAsync(Appends.Note("c1", 0, "k1"));
        await _server.KillAsync();
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await _journal.AppendAsync(Appends.Note("c1", 1, "k2")));

        await _server.RestartAsync();
        await ReachableAsync();

        // Nothing was kept for later and sent behind the caller's back.
        var second = await _journal.AppendAsync(Appends.Note("c1", 1, "k2"));
        Assert.False(second.Repeated);
        var again = await _journal.AppendAsync(Appends.Note("c1", 1, "k2"));

        Assert.True(again.Repeated);
        Assert.Equal(Reading.Stored(first.Entries.Concat(again.Entries)), Reading.Stored(await _journal.AllAsync()));
    }

    [Fact]
    public async Task Append_RedisFrozen_FailsAndIsStoredOnceWhenRepeated()
    {
        await _journal.AppendAsync(Appends.Note("c1", 0, "k1"));
        _server.Stop();
        var under = _journal.AppendAsync(Appends.Note("c1", 1, "k2")).AsTask();
        await Assert.ThrowsAsync<JournalUnavailableException>(() => under.Expected("the append to give up"));
        Assert.False(_redis.IsReachable);

        _server.Continue();
        await ReachableAsync();
        var again = await _journal.AppendAsync(Appends.Note("c1", 1, "k2"));

        Assert.Equal(2, again.Entries.Single().Sequence);
        Assert.Equal(["k1", "k2"], (await _journal.FollowedAsync(2)).Select(static e => e.Command.Value));
    }

    // The client would wait for a minute.
    [Fact]
    public async Task Calls_RedisFrozenAndClientPatient_FailWithinTheTimeOfACall()
    {
        await using var redis = await RedisConnection.OpenAsync(new() { Servers = $"{_server.Address},asyncTimeout=60000,syncTimeout=60000" }, CancellationToken.None);
        await using var journal = await RedisJournal.OpenAsync(redis, new("patient"), EventRegistry.Default);
        _server.Stop();
        var began = Stopwatch.StartNew();
        Task[] calls =
        [
            journal.AppendAsync(Appends.Note("c1", 0, "k1")).AsTask(), journal.ReadCursorAsync("somebody", CancellationToken.None).AsTask(),
            redis.KeepAsync(static db => db.SetAddAsync("somewhere", "something"), "Keeping"),
        ];
        foreach (var call in calls) await Assert.ThrowsAsync<JournalUnavailableException>(() => call.Expected("the call to give up"));
        var took = began.Elapsed;
        _server.Continue();

        Assert.True(took < TimeSpan.FromSeconds(10), $"The calls took {took}.");
    }

    [Fact]
    public async Task IsCurrentAt_LineCutAndBack_IsFalseUntilTheStoreHasBeenReadAgain()
    {
        await _journal.AppendAsync(Appends.Note("c1", 0, "k1"));
        await CurrentAsync().Expected("the first look");
        await _server.KillAsync();
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await _journal.AppendAsync(Appends.Note("c1", 1, "k2")));
        Assert.False(_journal.IsCurrentAt(1));

        await _server.RestartAsync();
        await CurrentAsync().Expected("the look at the store that came back");
        Assert.False(_journal.IsCurrentAt(0));
    }

    [Fact]
    public async Task Append_StoreLostWhatItHad_StopsInsteadOfBeginningAgain()
    {
        for (var i = 0; i < 3; i++) await _journal.AppendAsync(Appends.Note("c1", i, $"k{i}"));
        await _server.SayAsync("FLUSHALL");

        await Assert.ThrowsAsync<JournalCorruptException>(async () => await _journal.AppendAsync(Appends.Note("c2", 0, "k9")));
        await Assert.ThrowsAsync<JournalCorruptException>(async () => await _journal.FollowedAsync(4));
    }

    private async Task CurrentAsync()
    {
        while (!_journal.IsCurrentAt(1)) await Task.Yield();
    }

    private async Task ReachableAsync()
    {
        var restored = _redis.NextRestoredAsync();
        if (!_redis.IsReachable) await restored.Expected("Redis to be reachable again");
    }
}

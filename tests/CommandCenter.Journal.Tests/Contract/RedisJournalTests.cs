using CommandCenter.Journal.Events;
using CommandCenter.Journal.Redis;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Journal.Tests.Contract;

/// <summary>One Redis for the whole class; each test empties it first.</summary>
public sealed class RedisJournalTests(RedisFixture redis) : JournalContract, IClassFixture<RedisFixture>
{
    protected override async Task PrepareAsync() => await redis.EmptyAsync();

    protected override IJournalStore Create() => new RedisJournalStore(redis.Connection, EventRegistry.Default);

    [Fact]
    public async Task Append_ByAnotherProcess_ReachesFollowersWithoutAnAppendOfTheirOwn()
    {
        await using var other = new RedisJournalStore(redis.Connection, EventRegistry.Default);
        var theirs = await other.OpenAsync(Operation, CancellationToken.None);
        await using var store = Create();
        var following = (await store.OpenAsync(Operation, CancellationToken.None)).FollowedAsync(3);

        for (var i = 0; i < 3; i++) await theirs.AppendAsync(Appends.Note("c1", i, $"k{i}"));

        Assert.Equal(["k0", "k1", "k2"], (await following).Select(static e => e.Command.Value));
    }

    [Fact]
    public async Task Append_DecidedBeforeAnotherProcessMovedTheFrame_ConflictsForGood()
    {
        await using (var other = new RedisJournalStore(redis.Connection, EventRegistry.Default))
        {
            var theirs = await other.OpenAsync(Operation, CancellationToken.None);
            await theirs.AppendAsync(Appends.Note("self", 0, "k1") with { MovesFrame = true });
        }

        await using var store = Create();
        var ours = await store.OpenAsync(Operation, CancellationToken.None);
        var conflict = await Assert.ThrowsAsync<JournalConflictException>(async () => await ours.AppendAsync(Appends.Note("c1", 0, "k2") with { FrameKnown = 0 }));

        Assert.Equal(1, conflict.Frame);
    }

    [Fact]
    public async Task Append_ByTwoProcessesInTurn_KeepsOneOrderForBoth()
    {
        await using var here = Create();
        await using var there = Create();
        var (a, b) = (await here.OpenAsync(Operation, CancellationToken.None), await there.OpenAsync(Operation, CancellationToken.None));
        for (var i = 0; i < 50; i++) await (i % 2 == 0 ? a : b).AppendAsync(Appends.Note("c1", i, $"k{i}"));

        Assert.Equal(Reading.Stored(await a.FollowedAsync(50)), Reading.Stored(await b.FollowedAsync(50)));
    }
}

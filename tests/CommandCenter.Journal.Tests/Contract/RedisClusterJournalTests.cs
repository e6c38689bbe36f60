using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Redis;

namespace CommandCenter.Journal.Tests.Contract;

/// <summary>The same contract where the keys of different operations lie on different servers.</summary>
public sealed class RedisClusterJournalTests(RedisClusterFixture redis) : JournalContract, IClassFixture<RedisClusterFixture>
{
    private const int Operations = 12;
    private const int Each = 20;

    protected override Task PrepareAsync() => redis.Cluster.EmptyAsync();

    protected override IJournalStore Create() => new RedisJournalStore(redis.Connection, EventRegistry.Default);

    // The other process knows one server only, and finds the others by where it is sent.
    [Fact]
    public async Task Append_ToManyOperationsByTwoProcesses_LiesOnAllServersAndReachesBoth()
    {
        await using var line = await RedisClusterFixture.OpenAsync(redis.Cluster.Servers[^1].Address);
        await using var here = Create();
        await using var there = new RedisJournalStore(line, EventRegistry.Default);

        await Task.WhenAll(Enumerable.Range(0, Operations).Select(n => HaveBothWriteAsync(new($"day-{n}"), here, there)));

        Assert.All(await redis.Cluster.SizesAsync(), static keys => Assert.True(keys > 0));
        Assert.Equal(Operations + 1, (await there.ListAsync(CancellationToken.None)).Length);
    }

    private static async Task HaveBothWriteAsync(OperationId operation, IJournalStore here, IJournalStore there)
    {
        var (a, b) = (await here.OpenAsync(operation, CancellationToken.None), await there.OpenAsync(operation, CancellationToken.None));
        for (var i = 0; i < Each; i++) await (i % 2 == 0 ? a : b).AppendAsync(Appends.Note("c1", i, $"k{i}"));
        var again = await b.AppendAsync(Appends.Note("c1", 0, "k0"));
        await Assert.ThrowsAsync<JournalConflictException>(async () => await a.AppendAsync(Appends.Note("c1", 3, "late")));

        Assert.True(again.Repeated);
        var all = Reading.Stored(await a.FollowedAsync(Each)).ToList();
        Assert.Equal(Each, all.Count);
        Assert.Equal(all, Reading.Stored(await b.FollowedAsync(Each)));
    }
}

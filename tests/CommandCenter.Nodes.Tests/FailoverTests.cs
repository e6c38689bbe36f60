using System.Collections.Concurrent;
using System.Diagnostics;

namespace CommandCenter.Nodes.Tests;

/// <summary>The first Redis dies for good; sentinels promote another, and nodes find it.</summary>
public sealed class FailoverTests
{
    [Fact]
    public async Task FirstRedis_DiesForGood_AReplicaTakesOverAndNothingAcknowledgedIsLost()
    {
        var acknowledged = new ConcurrentBag<(Given Given, Said Said)>();
        await using var redis = await Watched.StartAsync();
        await using var cluster = await Cluster.StartOnAsync(redis.Servers, 2, static () => ["--redis-replicas", "1"]);
        async Task WorkAsync(string name) => await Task.WhenAll(cluster.People.Take(12).Select((device, i) => Task.Run(async () =>
        {
            for (var n = 0; n < 6; n++)
            {
                var given = Acts.Register($"c-{name}-{i}-{n}", $"{name}-{i}-{n}");
                acknowledged.Add((given, (await device.InsistAsync(() => cluster.Nodes[(i + n) % 2], given)).Said));
            }
        })));
        await WorkAsync("before");

        await redis.First.KillAsync();
        var died = Stopwatch.StartNew();
        var back = Acts.Raise("i-after");
        acknowledged.Add((back, (await cluster.Commander.InsistAsync(() => cluster.Nodes[0], back)).Said));
        var took = died.Elapsed;
        await WorkAsync("after");
        await cluster.FirstAsync(static e => Acts.IsOrderOf(e, "i-after"), "the policy's order on the promoted Redis");

        var (lost, doubled) = JournalRules.Check(await cluster.EntriesAsync(), acknowledged);
        FailureTable.Add("the first Redis dies for good, sentinels promote a replica", 1, lost, doubled, [took]);
        Assert.Equal((0, 0), (lost, doubled));
        Assert.All(acknowledged, static a => Assert.True(a.Said.Status == 200, a.Said.Text));
    }
}

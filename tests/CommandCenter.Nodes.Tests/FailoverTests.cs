using System.Collections.Concurrent;
using System.Diagnostics;
using CommandCenter.TestKit;

namespace CommandCenter.Nodes.Tests;

/// <summary>The first Redis dies for good while everybody works; sentinels promote another, and nodes find it.</summary>
public sealed class FailoverTests
{
    private const int Each = 6;

    private readonly ConcurrentBag<(Given Given, Said Said)> _acknowledged = [];

    // One replica stands still at first: what is acknowledged meanwhile the other one alone holds, and either may be promoted.
    [Fact]
    public async Task FirstRedis_DiesForGoodUnderLoadWithOneReplicaBehind_AnotherTakesOverAndNothingAcknowledgedIsLost()
    {
        await using var redis = await Watched.StartAsync();
        await using var cluster = await Cluster.StartOnAsync(redis.Servers, 2, static () => ["--redis-replicas", "1"]);
        await WorkAsync(cluster, "before");

        redis.Replicas[0].Stop();
        var underWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var working = WorkAsync(cluster, "meanwhile", underWay);
        await underWay.Task.Expected("everybody to have one command acknowledged by one replica");
        await redis.First.KillAsync();
        redis.Replicas[0].Continue();
        var died = Stopwatch.StartNew();
        await GiveAsync(cluster.Commander, () => cluster.Nodes[0], Acts.Raise("i-after"));
        var took = died.Elapsed;
        await working;
        await WorkAsync(cluster, "after");
        await cluster.FirstAsync(static e => Acts.IsOrderOf(e, "i-after"), "the policy's order on the promoted Redis");

        var (lost, doubled) = JournalRules.Check(await cluster.EntriesAsync(), _acknowledged);
        FailureTable.Add("the first Redis dies for good under load, sentinels promote a replica", 1, lost, doubled, [took]);
        Assert.Equal((0, 0), (lost, doubled));
        Assert.All(_acknowledged, static a => Assert.True(a.Said.Status == 200, a.Said.Text));
        Assert.Equal((3 * 12 * Each) + 1, _acknowledged.Count);
    }

    // Twelve at both nodes; told when each has had an answer.
    private async Task WorkAsync(Cluster cluster, string name, TaskCompletionSource? underWay = null)
    {
        var begun = 0;
        await Task.WhenAll(cluster.People.Take(12).Select((device, i) => Task.Run(async () =>
        {
            for (var n = 0; n < Each; n++)
            {
                var node = cluster.Nodes[(i + n) % 2];
                await GiveAsync(device, () => node, Acts.Register($"c-{name}-{i}-{n}", $"{name}-{i}-{n}"));
                if (n == 0 && Interlocked.Increment(ref begun) == 12) underWay?.SetResult();
            }
        })));
    }

    private async Task GiveAsync(Device device, Func<Node> node, Given given) =>
        _acknowledged.Add((given, (await device.InsistAsync(node, given)).Said));
}

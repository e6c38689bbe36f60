using System.Collections.Concurrent;
using System.Diagnostics;
using CommandCenter.Domain.Incidents;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Nodes.Tests;

/// <summary>Two nodes on a Redis Cluster: operations, codes and devices lie on different servers, which no node needs to know.</summary>
public sealed class RedisClusterTests : IAsyncLifetime
{
    private readonly ConcurrentBag<(Given Given, Said Said)> _acknowledged = [];
    private RedisCluster _redis = null!;
    private Cluster _cluster = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisCluster.StartAsync("--appendonly", "yes", "--appendfsync", "always");
        _cluster = await Cluster.StartOnAsync(_redis.Address, 2);
    }

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task Nodes_OnACluster_KeepOneJournalPhotosCookiesAndSeveralOperations()
    {
        await Task.WhenAll(_cluster.People.Take(12).Select((device, i) => WorkAsync(device, i, "n")));
        await InsistAsync(Acts.Raise("i-photo"));
        Assert.Equal(200, (await _cluster.Commander.AttachAsync(_cluster.Nodes[0], "i-photo", "photo", Acts.Picture, "photo")).Status);
        var photo = await _cluster.FirstAsync(static e => e.Event is IncidentPhotoAdded, "the photo in the journal");
        await _cluster.FirstAsync(static e => Acts.IsOrderOf(e, "i-photo"), "the policy's order");
        var drills = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => _cluster.Commander.FoundAsync(_cluster.Nodes[n % 2], $"key-{n}")));

        Assert.All(drills, static d => Assert.True(d.Status == 200, d.Text));
        Assert.All(await _redis.SizesAsync(), static keys => Assert.True(keys > 0));
        await _cluster.AssertTheSameEverywhereAsync();
        var seen = await _cluster.Commander.GetAsync(_cluster.Nodes[1], $"/api/operations/sample/incidents/i-photo/photos/{((IncidentPhotoAdded)photo.Event).Hash}");
        Assert.Equal(200, seen.Status);
        Assert.Equal((0, 0), JournalRules.Check(await _cluster.EntriesAsync(), _acknowledged));
    }

    [Fact]
    public async Task ServerOfAnOperation_KilledAndStartedAgain_ItsCommandsAreRefusedMeanwhileAndNothingIsLost()
    {
        await Task.WhenAll(_cluster.People.Take(12).Select((device, i) => WorkAsync(device, i, "before")));
        var server = await HasSampleAsync();
        await server.KillAsync();
        var refused = await _cluster.Commander.GiveAsync(_cluster.Nodes[0], Acts.Raise("i-down"));
        Assert.True(refused.Status == 503, refused.Text);

        await server.RestartAsync();
        var back = Stopwatch.StartNew();
        await InsistAsync(Acts.Raise("i-down"));
        var took = back.Elapsed;
        await Task.WhenAll(_cluster.People.Take(12).Select((device, i) => WorkAsync(device, i, "after")));
        await _cluster.FirstAsync(static e => Acts.IsOrderOf(e, "i-down"), "the policy's order");

        var (lost, doubled) = JournalRules.Check(await _cluster.EntriesAsync(), _acknowledged);
        FailureTable.Add("kill -9 and restart of one server of a Redis Cluster", 1, lost, doubled, [took]);
        Assert.Equal((0, 0), (lost, doubled));
    }

    private async Task<RedisServer> HasSampleAsync()
    {
        // The others say where it is instead.
        var said = await Task.WhenAll(_redis.Servers.Select(static s => s.SayAsync("EXISTS cc:{sample}:entries")));
        return _redis.Servers[Array.IndexOf(said, ":1")];
    }

    private async Task WorkAsync(Device device, int number, string name)
    {
        for (var n = 0; n < 4; n++)
        {
            var (given, node) = (Acts.Register($"c-{name}-{number}-{n}", $"{name}-{number}-{n}"), _cluster.Nodes[(number + n) % 2]);
            var (said, _) = await device.InsistAsync(() => node, given);
            Assert.True(said.Status == 200, said.Text);
            _acknowledged.Add((given, said));
        }
    }

    private async Task InsistAsync(Given given)
    {
        var (said, _) = await _cluster.Commander.InsistAsync(() => _cluster.Nodes[0], given);
        Assert.True(said.Status == 200, said.Text);
        _acknowledged.Add((given, said));
    }
}

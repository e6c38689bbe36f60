using System.Collections.Concurrent;
using System.Diagnostics;

namespace CommandCenter.Nodes.Tests;

/// <summary>Redis dies, freezes, or is out of one node's reach.</summary>
public sealed class StoreTests : IAsyncLifetime
{
    private readonly ConcurrentBag<(Given Given, Said Said)> _acknowledged = [];
    private readonly ConcurrentBag<(Device Device, Given Given)> _refused = [];
    private Cluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await Cluster.StartAsync(2);

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Redis_KilledUnderLoadAndStartedAgain_LosesNothingAndNodesComeBackByThemselves()
    {
        await WorkAsync("before", async () =>
        {
            await _cluster.Redis.KillAsync();
            await RefusedEverywhereAsync("down");
        });
        await using var screens = await Screens.WatchAsync(_cluster);
        screens.Forget();
        await _cluster.Redis.RestartAsync();
        var back = Stopwatch.StartNew();
        await screens.AliveAsync();
        var took = back.Elapsed;

        await WorkAsync("after", static () => Task.CompletedTask);
        await ConcludeAsync("kill -9 and restart of Redis, appendfsync always", took);
    }

    [Fact]
    public async Task Redis_Frozen_CallsFailWithinTheirTimeAndGoOnAfterwards()
    {
        await using var screens = await Screens.WatchAsync(_cluster);
        _cluster.Redis.Stop();
        await RefusedEverywhereAsync("frozen");
        screens.Forget();
        _cluster.Redis.Continue();
        var back = Stopwatch.StartNew();
        await screens.AliveAsync();
        var took = back.Elapsed;

        await WorkAsync("after", static () => Task.CompletedTask);
        await ConcludeAsync("Redis frozen and thawed", took);
    }

    [Fact]
    public async Task Node_WhoseLineToRedisIsDropped_RefusesAndSaysSoWhileTheOthersGoOn() => await CutOffAsync(new Gap(_cluster.Redis.Port));

    // As a machine of its own where this machine allows it; by a dropped line otherwise.
    [Fact]
    public async Task Node_WhoseWireToRedisIsPulled_RefusesAndSaysSoWhileTheOthersGoOn() =>
        await CutOffAsync((ILink?)OwnNetwork.TryMake(_cluster.Redis.Port) ?? new Gap(_cluster.Redis.Port));

    private async Task CutOffAsync(ILink link)
    {
        await using var line = link;
        var lonely = await link.StartNodeAsync();
        _cluster.Nodes.Add(lonely);
        _cluster.Commander.Know(lonely);
        await using var screen = await Screen.WatchAsync(lonely, _cluster.Commander);
        link.Cut();
        var cut = await _cluster.Commander.GiveAsync(lonely, Acts.Raise("i-cut"));
        Assert.True(cut.Status == 503, cut.Text);
        var health = await _cluster.Commander.GetAsync(lonely, "/health/ready");
        Assert.Equal(503, health.Status);
        Assert.Contains("cut-off", health.Text, StringComparison.Ordinal);

        // Whoever pulses while cut off would claim to be up to date: the next pulse must know what was given elsewhere meanwhile.
        await screen.ForgetAllAsync();
        var elsewhere = await _cluster.Commander.GiveAsync(_cluster.Nodes[0], Acts.Raise("i-elsewhere"));
        Assert.Equal(200, elsewhere.Status);
        _acknowledged.Add((Acts.Raise("i-elsewhere"), elsewhere));
        var order = await _cluster.FirstAsync(static e => Acts.IsOrderOf(e, "i-elsewhere"), "the order given elsewhere");
        link.Mend();
        var mended = Stopwatch.StartNew();
        var next = await screen.NextAsync("the node to be back");
        var took = mended.Elapsed;
        Assert.True(next >= order.Sequence, $"The first pulse said {next}, but {order.Sequence} was given elsewhere before the line was mended.");

        Assert.Equal(200, (await _cluster.Commander.InsistAsync(() => lonely, Acts.Raise("i-cut"))).Said.Status);
        await ConcludeAsync($"a node cut off from Redis ({link.Kind})", took);
    }

    // Everybody takes in matters at both nodes, while something happens; what was refused is insisted on in the end.
    private async Task WorkAsync(string name, Func<Task> meanwhile)
    {
        var working = _cluster.People.Take(12).Select((device, i) => Task.Run(async () =>
        {
            for (var n = 0; n < 4; n++)
            {
                var given = Acts.Register($"c-{name}-{i}-{n}", $"{name}-{i}-{n}");
                var said = await device.GiveAsync(_cluster.Nodes[(i + n) % 2], given);
                Assert.True(said.Status is 200 or 503 or 429, said.Text);
                if (said.Status == 200) _acknowledged.Add((given, said));
                else _refused.Add((device, given));
            }
        })).ToList();
        await Task.WhenAny(working);
        await meanwhile();
        await Task.WhenAll(working);
    }

    private async Task RefusedEverywhereAsync(string name)
    {
        foreach (var node in _cluster.Nodes)
        {
            var said = await _cluster.Commander.GiveAsync(node, Acts.Raise($"i-{name}"));
            Assert.True(said.Status == 503, said.Text);
        }

        _refused.Add((_cluster.Commander, Acts.Raise($"i-{name}")));
    }

    private async Task ConcludeAsync(string fault, TimeSpan recovered)
    {
        // Refused, but perhaps stored: asked again with its key it is there once, whichever it was.
        foreach (var (device, given) in _refused)
        {
            var said = (await device.InsistAsync(() => _cluster.Nodes[0], given)).Said;
            Assert.True(said.Status == 200, said.Text);
            _acknowledged.Add((given, said));
        }

        var (lost, doubled) = JournalRules.Check(await _cluster.EntriesAsync(), _acknowledged);
        FailureTable.Add(fault, 1, lost, doubled, [recovered]);
        Assert.Equal((0, 0), (lost, doubled));
        Assert.Contains(_acknowledged, static a => a.Said.Status == 200);
    }

    private sealed class Screens(List<Screen> all) : IAsyncDisposable
    {
        public static async Task<Screens> WatchAsync(Cluster cluster) =>
            new([.. await Task.WhenAll(cluster.Nodes.Select(n => Screen.WatchAsync(n, cluster.Commander)))]);

        public void Forget() => all.ForEach(static s => s.Forget());

        public Task AliveAsync() => Task.WhenAll(all.Select(static s => s.AtAsync(1, "the node to pulse again")));

        public async ValueTask DisposeAsync()
        {
            foreach (var screen in all) await screen.DisposeAsync();
        }
    }
}

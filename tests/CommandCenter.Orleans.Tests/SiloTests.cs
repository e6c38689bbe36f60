using System.Collections.Concurrent;
using System.Diagnostics;
using CommandCenter.Nodes.Tests;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Orleans.Tests;

/// <summary>Two servers with <c>--grains orleans</c> on a real Redis: real silos in processes of their own.</summary>
public sealed class SiloTests : IAsyncLifetime
{
    private const int Callers = 64;
    private const int Each = 5;
    private const int Shared = 3;

    private readonly ConcurrentBag<(Given Given, Said Said)> _acknowledged = [];
    private Cluster _cluster = null!;
    private volatile Node[] _up = [];

    public async Task InitializeAsync()
    {
        FailureTable.Name = "failures-orleans.md";
        _cluster = await Cluster.StartAsync(2, Options);
        _up = [.. _cluster.Nodes];
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Silos_TwoWithManyCallersOnTheSameGrains_KeepOneJournalAndNeverRace()
    {
        await TakeInSharedAsync();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => ActAsync(caller, "m", Each))))
            .WaitAsync(TimeSpan.FromMinutes(2));

        var entries = await _cluster.EntriesAsync();
        Assert.Equal((0, 0), JournalRules.Check(entries, _acknowledged));
        Assert.Equal(Shared + (Callers * Each), _acknowledged.Count);
        Assert.All(_acknowledged, static a => Assert.True(a.Said.Status == 200, a.Said.Text));

        // Each grain was decided on one silo: nobody was overtaken.
        foreach (var node in _cluster.Nodes) Assert.Equal(0, await node.MeasureAsync("commandcenter_conflicts_total"));
        await _cluster.AssertTheSameEverywhereAsync();
    }

    [Fact]
    public async Task Silo_Killed_ItsGrainsGoOnAtTheOther()
    {
        await TakeInSharedAsync();
        var busy = Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(() => ActAsync(caller, "k", 10))));
        var died = _cluster.Nodes[1];
        _up = [_cluster.Nodes[0]];
        await died.KillAsync();
        var killed = Stopwatch.StartNew();
        for (var i = 0; i < Shared; i++) await GiveAsync(Acts.Note($"c-shared-{i}", $"after-{i}"));
        var took = killed.Elapsed;
        await busy;
        _cluster.Nodes.Remove(died);
        await died.DisposeAsync();

        await ConcludeAsync("kill -9 of an Orleans silo", took);
    }

    [Fact]
    public async Task Silo_Frozen_TheOtherDecidesAndNothingIsWrongWhenItWakes()
    {
        await TakeInSharedAsync();
        var frozen = _cluster.Nodes[1];
        frozen.Stop();
        var stopped = Stopwatch.StartNew();
        for (var i = 0; i < Shared; i++) await GiveAsync(Acts.Note($"c-shared-{i}", $"frozen-{i}"));
        var took = stopped.Elapsed;
        frozen.Continue();
        await using (var screen = await Screen.WatchAsync(frozen, _cluster.Commander))
            await screen.AtAsync((await _cluster.EntriesAsync())[^1].Sequence, "the woken silo to know what it missed");
        for (var i = 0; i < Shared; i++) await GiveAsync(Acts.Note($"c-shared-{i}", $"woken-{i}"), frozen);

        await ConcludeAsync("an Orleans silo frozen and woken", took);
    }

    private static string[] Options() =>
        ["--grains", "orleans", "--silo", $"127.0.0.1:{RedisServer.FreePort()}", "--orleans", Path.GetDirectoryName(typeof(Silos.Silo).Assembly.Location)!];

    private async Task TakeInSharedAsync()
    {
        for (var i = 0; i < Shared; i++) await GiveAsync(Acts.Register($"c-shared-{i}", $"shared-{i}"));
    }

    private async Task GiveAsync(Given given, Node? node = null)
    {
        var (said, _) = await _cluster.Commander.InsistAsync(() => node ?? _cluster.Nodes[0], given);
        Assert.True(said.Status == 200, said.Text);
        _acknowledged.Add((given, said));
    }

    // At whichever node comes next, and at the next again where one has died.
    private async Task ActAsync(int caller, string round, int each)
    {
        var device = _cluster.People[caller % (_cluster.People.Count - 1)];
        for (var n = 0; n < each; n++)
        {
            var (turn, key) = (caller + n, $"{round}-{caller}-{n}");
            var (who, given) = n % 2 == 0
                ? (_cluster.Commander, Acts.Note($"c-shared-{caller % Shared}", key))
                : (device, Acts.Register($"c-{round}-{caller}-{n}", key));
            var (said, _) = await who.InsistAsync(() => Next(turn++), given);
            _acknowledged.Add((given, said));
        }
    }

    private Node Next(int turn)
    {
        var up = _up;
        return up[turn % up.Length];
    }

    private async Task ConcludeAsync(string fault, TimeSpan recovered)
    {
        var (lost, doubled) = JournalRules.Check(await _cluster.EntriesAsync(), _acknowledged);
        FailureTable.Add(fault, 1, lost, doubled, [recovered]);
        Assert.Equal((0, 0), (lost, doubled));
        Assert.All(_acknowledged, static a => Assert.True(a.Said.Status == 200, a.Said.Text));
    }
}

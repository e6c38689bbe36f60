using System.Collections.Concurrent;
using System.Diagnostics;
using CommandCenter.Nodes.Tests;
using CommandCenter.TestKit;

namespace CommandCenter.Orleans.Tests;

/// <summary>Two silos, each as on a machine of its own, that lose each other while both still reach Redis.</summary>
public sealed class SplitTests : IAsyncLifetime
{
    private const string Sentence = "took it for dead and went on without it";
    private const int Port = 11111;
    private const int Shared = 6;

    private readonly ConcurrentBag<(Given Given, Said Said)> _acknowledged = [];
    private readonly List<OwnNetwork> _machines = [];
    private Cluster _cluster = null!;
    private PeerWire _wire = null!;

    public async Task InitializeAsync()
    {
        FailureTable.Name = "failures-orleans.md";

        // Founds the operation and lets everybody join; then its place is taken by the two.
        _cluster = await Cluster.StartAsync(1);
        await _cluster.Nodes[0].DisposeAsync();
        _cluster.Nodes.Clear();
        for (var i = 0; i < 2; i++) _machines.Add(OwnNetwork.TryMake(_cluster.Redis.Port) ?? throw new InvalidOperationException("Network namespaces take root, and Linux."));
        _wire = _machines[0].Join(_machines[1]);
        for (var i = 0; i < 2; i++) _cluster.Nodes.Add(await StartAsync(i));
    }

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        foreach (var machine in _machines) await machine.DisposeAsync();
    }

    [Fact]
    public async Task Silos_CutOffFromEachOther_OneEndsWithAnErrorTheOtherGoesOnAndBothDoOnceMended()
    {
        for (var i = 0; i < Shared; i++) await GiveAsync(Acts.Register($"c-{i}", $"shared-{i}"), i);
        _wire.Cut();
        var cut = Stopwatch.StartNew();
        var ended = _cluster.Nodes.Select(static n => n.EndedAsync()).ToList();

        // As long as both are up both are asked; each decides what the other does not answer.
        await Task.WhenAll(Enumerable.Range(0, 2 * Shared).Select(n => GiveAsync(Acts.Note($"c-{n % Shared}", $"cut-{n}"), n))).Expected("answers while both are up");
        var answered = cut.Elapsed;
        await Task.WhenAny(ended).Expected("one of the two to be put out");
        var lost = ended.FindIndex(static e => e.IsCompleted);
        var (code, errors) = await ended[lost];
        Assert.True(code == 3, $"{code}: {errors}");
        Assert.Contains(Sentence, errors, StringComparison.Ordinal);
        await _cluster.Nodes[lost].DisposeAsync();
        await GiveAsync(Acts.Raise("i-alone"), 1 - lost);
        await _cluster.FirstAsync(static e => Acts.IsOrderOf(e, "i-alone"), "the order of an incident given at the one that is left");
        await ConcludeAsync("two Orleans silos cut off from each other", answered);

        // Started again too early it says the same instead of hanging.
        var early = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(lost));
        Assert.Contains(Sentence, early.Message, StringComparison.Ordinal);
        Assert.Contains("ended with 3", early.Message, StringComparison.Ordinal);

        _wire.Mend();
        var mended = Stopwatch.StartNew();
        _cluster.Nodes[lost] = await StartAsync(lost);
        for (var n = 0; n < 2 * Shared; n++) await GiveAsync(Acts.Note($"c-{n % Shared}", $"mended-{n}"), n / Shared);
        await ConcludeAsync("the silo that was put out, started again with the wire mended", mended.Elapsed);
        await _cluster.AssertTheSameEverywhereAsync();
    }

    private async Task<Node> StartAsync(int machine)
    {
        var node = await _machines[machine].StartNodeAsync("--grains", "orleans", "--silo", $"{_wire.Addresses[machine]}:{Port}", "--orleans", Path.GetDirectoryName(typeof(Silos.Silo).Assembly.Location)!);
        _cluster.Commander.Know(node);
        return node;
    }

    // At one of the two, and at the other where that one has no answer.
    private async Task GiveAsync(Given given, int first)
    {
        var (said, _) = await _cluster.Commander.InsistAsync(() => _cluster.Nodes[first++ % 2], given);
        Assert.True(said.Status == 200, said.Text);
        _acknowledged.Add((given, said));
    }

    private async Task ConcludeAsync(string fault, TimeSpan recovered)
    {
        var (lost, doubled) = JournalRules.Check(await _cluster.EntriesAsync(), _acknowledged);
        FailureTable.Add(fault, 1, lost, doubled, [recovered]);
        Assert.Equal((0, 0), (lost, doubled));
    }
}

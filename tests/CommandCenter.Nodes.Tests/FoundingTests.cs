using System.Text.Json;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Operations;
using CommandCenter.Journal;
using CommandCenter.TestKit;

namespace CommandCenter.Nodes.Tests;

/// <summary>Drills founded at two nodes at the same moment.</summary>
public sealed class FoundingTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await Cluster.StartAsync(2);

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Drills_FoundedAtBothNodesAtOnce_AreFoundedOnceEachAndRunOnBoth()
    {
        var founded = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => FoundAsync(_cluster.Nodes[n % 2], $"key-{n}")));

        Assert.Equal(["drill-1", "drill-2", "drill-3", "drill-4"], founded.Select(static f => f.Drill).Order(StringComparer.Ordinal));
        foreach (var (drill, director) in founded) await AssertRunsOnBothAsync(drill, director);
    }

    [Fact]
    public async Task Drill_FoundedAtBothNodesAtOnceUnderOneKey_IsOne()
    {
        var founded = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => FoundAsync(_cluster.Nodes[n % 2], "one")));
        var again = await FoundAsync(_cluster.Nodes[1], "one");

        Assert.All(founded, static f => Assert.Equal("drill-1", f.Drill));
        Assert.Equal("drill-1", again.Drill);
        await AssertRunsOnBothAsync(again.Drill, again.Director);
        var next = await FoundAsync(_cluster.Nodes[0], "another");
        Assert.Equal("drill-2", next.Drill);
    }

    private async Task AssertRunsOnBothAsync(string drill, string director)
    {
        // Whoever joins at one node is known at the other; the drill is taken up there within a moment.
        using var device = new Device(from: 40 + int.Parse(drill.AsSpan("drill-".Length), null));
        await device.JoinAsync(_cluster.Nodes[0], director);
        var entries = await _cluster.EntriesAsync(drill);
        foreach (var node in _cluster.Nodes)
        {
            await ListedAsync(node, device, drill).Expected($"{drill} to be open at node {node.Id}");
            await using var screen = await Screen.WatchAsync(node, device, drill, "state");
            await screen.AtAsync(entries[^1].Sequence + 1, $"node {node.Id} to show that {drill} goes on");
        }

        entries = await _cluster.EntriesAsync(drill);
        Assert.Equal((0, 0), JournalRules.Check(entries, []));
        Assert.Single(entries, static e => e.Event is OperationCreated);
        Assert.Single(entries, static e => e.Event is DrillStarted);
        Assert.Contains(await _cluster.HolderAsync(drill), _cluster.Nodes);
    }

    private static async Task ListedAsync(Node node, Device device, string drill)
    {
        while ((await device.GetAsync(node, $"/api/operations/{drill}")).Status != 200)
        {
        }
    }

    private async Task<(string Drill, string Director)> FoundAsync(Node node, string key)
    {
        var said = await _cluster.Commander.FoundAsync(node, key);
        Assert.True(said.Status == 200, said.Text);
        var answer = JsonDocument.Parse(said.Text).RootElement;
        var code = answer.GetProperty("codes").EnumerateArray().Single(static c => c.GetProperty("post").GetString() == "drill-director");
        return (answer.GetProperty("operation").GetString()!, code.GetProperty("code").GetString()!);
    }
}

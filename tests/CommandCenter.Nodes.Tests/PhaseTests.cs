using System.Collections.Concurrent;
using CommandCenter.Domain;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Operations;
using CommandCenter.TestKit;

namespace CommandCenter.Nodes.Tests;

/// <summary>The day is opened, suspended and resumed at one node while others work: it holds at all of them from that entry on, not a moment later.</summary>
public sealed class PhaseTests : IAsyncLifetime
{
    private const int Rounds = 10;
    private const int Households = 45;

    private Cluster _cluster = null!;
    private Device _supervisor = null!;
    private int _household;
    private int _key;

    public async Task InitializeAsync()
    {
        _cluster = await Cluster.StartAsync(3);
        _supervisor = new(from: 60);
        await _supervisor.JoinAsync(_cluster.Nodes[0], await _cluster.CodeAsync("supervisor"));
        var order = Enumerable.Range(1, 199).Select(static n => $"h{n:000}").ToArray();
        await DoAsync(_cluster.Commander, _cluster.Nodes[0], "operation/self/record-order", new { order, evidence = "公证书" });
    }

    public async Task DisposeAsync()
    {
        _supervisor.Dispose();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Phase_ChangedAtOneNode_HoldsAtAnyOtherOnceItIsAnswered()
    {
        await DoAsync(_cluster.Commander, _cluster.Nodes[0], "operation/self/open", new { @override = "测试" });
        for (var round = 0; round < Rounds; round++)
        {
            var (here, others) = (_cluster.Nodes[round % 3], new[] { _cluster.Nodes[(round + 1) % 3], _cluster.Nodes[(round + 2) % 3] });
            Assert.All(await Task.WhenAll(others.Select((n, i) => CheckInAsync(n, $"reception-{1 + i}", ++_household))), static s => Assert.True(s.Status == 200, s.Text));
            await DoAsync(_cluster.Commander, here, "operation/self/suspend", new { sentence = "稍候" });
            Assert.All(await Task.WhenAll(others.Select((n, i) => CheckInAsync(n, $"reception-{1 + i}", 199 - i))), static s => Assert.Contains("operation-suspended", s.Text, StringComparison.Ordinal));
            await DoAsync(_supervisor, here, "operation/self/resume", new { });
        }
    }

    [Fact]
    public async Task Phase_ChangedWhileOthersWork_LetsNobodyInBetween()
    {
        await DoAsync(_cluster.Commander, _cluster.Nodes[0], "operation/self/open", new { @override = "测试" });
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(1, Households));
        var crowd = Task.WhenAll(Enumerable.Range(0, 6).Select(caller => Task.Run(() => LetInAsync(caller, waiting))));
        var rounds = 0;
        for (; !crowd.IsCompleted && rounds < 1_000; rounds++)
        {
            await DoAsync(_cluster.Commander, _cluster.Nodes[rounds % 3], "operation/self/suspend", new { sentence = "稍候" });
            await DoAsync(_supervisor, _cluster.Nodes[(rounds + 1) % 3], "operation/self/resume", new { });
        }

        await crowd.Expected("everybody to be let in");
        var entries = await _cluster.EntriesAsync();
        var frame = OperationFrame.Empty;
        foreach (var entry in entries)
        {
            frame = frame.Apply(entry.Event);
            Assert.True(entry.Event is not HouseholdCheckedIn || frame.Phase == OperationPhase.Open, $"Entry {entry.Sequence} let a household in while the day was {frame.Phase}.");
        }

        Assert.Equal(Households, entries.Count(static e => e.Event is HouseholdCheckedIn));
        Assert.True(rounds > 1, "Nothing was suspended meanwhile.");
    }

    private async Task LetInAsync(int caller, ConcurrentQueue<int> waiting)
    {
        while (waiting.TryDequeue(out var household))
        {
            for (var node = caller; await CheckInAsync(_cluster.Nodes[node % 3], $"reception-{1 + (caller % 3)}", household) is { Status: not 200 } said; node++)
                Assert.Contains("operation-suspended", said.Text, StringComparison.Ordinal);
        }
    }

    private async Task<Said> CheckInAsync(Node node, string post, int household)
    {
        var given = new Given($"households/h{household:000}/check-in", new { present = new[] { 1 } }, $"in-{Interlocked.Increment(ref _key)}");
        return (await _cluster.People.Single(p => p.Post.Post == post).InsistAsync(() => node, given)).Said;
    }

    private async Task DoAsync(Device who, Node node, string path, object body)
    {
        var (said, _) = await who.InsistAsync(() => node, new(path, body, $"do-{Interlocked.Increment(ref _key)}"));
        Assert.True(said.Status == 200, $"{path}: {said.Text}");
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace CommandCenter.Nodes.Tests;

/// <summary>The node that does what the operation does by itself dies, or stands still and wakes up later.</summary>
public sealed class LeaseTests : IAsyncLifetime
{
    // Ten in a long run; each costs a start of a node.
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("COMMANDCENTER_LONG_TESTS") is not null;
    private static readonly int Rounds = IsLong ? 10 : 3;

    // How long a holder stands still; its lease has passed on after three.
    private static readonly TimeSpan Frozen = IsLong ? TimeSpan.FromSeconds(30) : TimeSpan.Zero;

    private readonly ConcurrentBag<(Given Given, Said Said)> _acknowledged = [];
    private readonly List<TimeSpan> _times = [];
    private Cluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await Cluster.StartAsync(2);

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Holder_KilledAgainAndAgain_PoliciesAndDeadlinesGoOnElsewhereOnceEach()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var holder = await _cluster.HolderAsync();
            var other = _cluster.Nodes.First(n => n != holder);
            await GiveAsync(holder, Acts.Raise($"i-before-{round}"));
            await holder.KillAsync();
            var killed = Stopwatch.StartNew();
            await GiveAsync(other, Acts.Raise($"i-{round}"));
            await GiveAsync(other, Acts.Order($"o-{round}"));

            await FollowsAsync(round);
            _times.Add(killed.Elapsed);
            _cluster.Nodes.Remove(holder);
            await holder.DisposeAsync();
            _cluster.Nodes.Add(await Node.StartAsync(_cluster.Redis.Address));
        }

        await ConcludeAsync("kill -9 of the lease holder", Rounds);
    }

    [Fact]
    public async Task Holder_FrozenUntilItsLeaseHasPassedOn_WakesUpAndWritesNothingWrong()
    {
        var holder = await _cluster.HolderAsync();
        var other = _cluster.Nodes.First(n => n != holder);
        await GiveAsync(holder, Acts.Raise("i-before-0"));
        var busy = Task.WhenAll(_cluster.People.Take(8).Select(async (d, i) =>
            _acknowledged.Add((Acts.Register($"c-{i}", $"f-{i}"), (await d.InsistAsync(() => other, Acts.Register($"c-{i}", $"f-{i}"))).Said))));
        holder.Stop();
        var frozen = Stopwatch.StartNew();
        await GiveAsync(other, Acts.Raise("i-0"));
        await GiveAsync(other, Acts.Order("o-0"));
        await FollowsAsync(0);
        _times.Add(frozen.Elapsed);
        await busy;
        for (var n = 1; frozen.Elapsed < Frozen; n++)
        {
            await GiveAsync(other, Acts.Raise($"i-meanwhile-{n}"));
            await _cluster.FirstAsync(e => Acts.IsOrderOf(e, $"i-meanwhile-{n}"), "an order while the holder stands still");
        }

        holder.Continue();
        await using var screen = await Screen.WatchAsync(holder, _cluster.Commander);
        await screen.AtAsync((await _cluster.EntriesAsync())[^1].Sequence, "the woken node to know what it missed");
        await GiveAsync(holder, Acts.Raise("i-after"));
        await _cluster.FirstAsync(static e => Acts.IsOrderOf(e, "i-after"), "the order of an incident given at the woken node");

        await ConcludeAsync($"lease holder frozen {(IsLong ? "30 s" : "until its lease has passed on")} and woken", 1);
    }

    private async Task GiveAsync(Node node, Given given)
    {
        var (said, _) = await _cluster.Commander.InsistAsync(() => node, given);
        Assert.True(said.Status == 200, said.Text);
        _acknowledged.Add((given, said));
    }

    private async Task FollowsAsync(int round)
    {
        await _cluster.FirstAsync(e => Acts.IsOrderOf(e, $"i-before-{round}"), "the order of the incident before");
        await _cluster.FirstAsync(e => Acts.IsOrderOf(e, $"i-{round}"), "the policy's order");
        await _cluster.FirstAsync(e => Acts.IsOverdue(e, $"o-{round}"), "the order to be overdue");
    }

    private async Task ConcludeAsync(string fault, int tried)
    {
        var (lost, doubled) = JournalRules.Check(await _cluster.EntriesAsync(), _acknowledged);
        FailureTable.Add(fault, tried, lost, doubled, _times);
        Assert.Equal((0, 0), (lost, doubled));
    }
}

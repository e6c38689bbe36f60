using System.Collections.Concurrent;
using System.Diagnostics;
using CommandCenter.TestKit;

namespace CommandCenter.Nodes.Tests;

/// <summary>The node that does what the operation does by itself dies, or stands still and wakes up later.</summary>
public sealed class LeaseTests : IAsyncLifetime
{
    // Ten in a long run; each costs a start of a node.
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("COMMANDCENTER_LONG_TESTS") is not null;
    private static readonly int Rounds = IsLong ? 10 : 3;

    // How long a holder stands still; its lease has passed on after three.
    private static readonly TimeSpan Frozen = IsLong ? TimeSpan.FromSeconds(30) : TimeSpan.Zero;

    // The promise, and not the machine's: it takes the rest of the lease, 2.5 s, and a little.
    private static readonly TimeSpan GoesOnWithin = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<(Given Given, Said Said)> _acknowledged = [];
    private readonly List<TimeSpan> _times = [];
    private Cluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await Cluster.StartAsync(2);

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Holder_KilledAgainAndAgainUnderLoad_PoliciesDeadlinesAndScreensGoOnElsewhereWithinFiveSeconds()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var holder = await _cluster.HolderAsync();
            var other = _cluster.Nodes.First(n => n != holder);
            await using var screen = await Screen.WatchAsync(other, _cluster.Commander);
            await GiveAsync(holder, Acts.Raise($"i-before-{round}"));
            var (begun, working) = Work(round, holder, other);
            await begun.Expected("commands to be under way");
            await holder.KillAsync();
            var killed = DateTimeOffset.UtcNow;
            await GiveAsync(other, Acts.Raise($"i-{round}"));
            await GiveAsync(other, Acts.Order($"o-{round}"));

            var went = await FollowsAsync(round, screen) - killed;
            _times.Add(went);
            Assert.True(went < GoesOnWithin, $"It took {went} until what follows by itself went on and was shown.");
            await working;
            _cluster.Nodes.Remove(holder);
            await holder.DisposeAsync();
            _cluster.Nodes.Add(await Node.StartAsync(_cluster.Redis.Address));
        }

        await ConcludeAsync("kill -9 of the lease holder under load", Rounds);
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

    // Both nodes have commands before them when the one is killed; whoever had no answer asks the other one.
    private (Task Begun, Task Done) Work(int round, Node holder, Node other)
    {
        var (begun, left) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 8);
        return (begun.Task, Task.WhenAll(_cluster.People.Take(8).Select((device, i) => Task.Run(async () =>
        {
            for (var n = 0; n < 6; n++)
            {
                var given = Acts.Register($"c-{round}-{i}-{n}", $"w-{round}-{i}-{n}");
                var asked = 0;
                var (said, _) = await device.InsistAsync(() => asked++ == 0 && (i + n) % 2 == 0 ? holder : other, given);
                Assert.True(said.Status == 200, said.Text);
                _acknowledged.Add((given, said));
                if (n == 0 && Interlocked.Decrement(ref left) == 0) begun.SetResult();
            }
        }))));
    }

    // When the last of it was done, and was on a screen.
    private async Task<DateTimeOffset> FollowsAsync(int round, Screen? screen = null)
    {
        await _cluster.FirstAsync(e => Acts.IsOrderOf(e, $"i-before-{round}"), "the order of the incident before");
        var order = await _cluster.FirstAsync(e => Acts.IsOrderOf(e, $"i-{round}"), "the policy's order");
        var overdue = await _cluster.FirstAsync(e => Acts.IsOverdue(e, $"o-{round}"), "the order to be overdue");
        if (screen is not null) await screen.AtAsync(Math.Max(order.Sequence, overdue.Sequence), "the screen to show what followed");
        return DateTimeOffset.UtcNow;
    }

    private async Task ConcludeAsync(string fault, int tried)
    {
        var (lost, doubled) = JournalRules.Check(await _cluster.EntriesAsync(), _acknowledged);
        FailureTable.Add(fault, tried, lost, doubled, _times);
        Assert.Equal((0, 0), (lost, doubled));
    }
}

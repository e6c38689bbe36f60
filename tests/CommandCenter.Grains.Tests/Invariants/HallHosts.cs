using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CommandCenter.Domain;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Policies;
using CommandCenter.Grains.Running;
using CommandCenter.Journal;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Halls;

namespace CommandCenter.Grains.Tests.Invariants;

/// <summary>A small hall on one or more hosts of one journal, and the answers that its callers got.</summary>
internal sealed class HallHosts : IAsyncDisposable
{
    // Grains come and go from memory all the time.
    private static readonly GrainHostOptions Restless = new() { IdleAfter = TimeSpan.FromSeconds(20), MaxActiveGrains = 10, MaxAttempts = 50 };

    private readonly OperationHost[] _hosts;
    private readonly HallWatch _watch;
    private readonly ManualClock _clock;

    private HallHosts(OperationHost[] hosts, HallWatch watch, ManualClock clock) => (_hosts, _watch, _clock) = (hosts, watch, clock);

    /// <summary>Every answer, with the id of its command.</summary>
    public ConcurrentBag<(CommandId Command, CommandAnswer Answer)> Answers { get; } = [];

    /// <summary>Opens the hosts, founds the operation, draws and opens the day; nothing runs by itself yet.</summary>
    public static async Task<HallHosts> OpenAsync(IJournal journal, int hosts, int households, int units)
    {
        var (clock, lists) = (new ManualClock(SmallHall.Opens), SmallHall.Lists(households, units));
        var watch = new HallWatch(new(SmallHall.Plan, lists));
        var open = new OperationHost[hosts];
        for (var i = 0; i < hosts; i++)
        {
            IFeedSubscriber[] subscribers = i == 0 ? [watch] : [];
            open[i] = await OperationHost.OpenAsync(
                new(journal, Domain.Deciders.All, AllPolicies.List, subscribers, new(clock, clock)) { Options = Restless }, CancellationToken.None);
        }

        var hall = new HallHosts(open, watch, clock);
        Assert.Null(await OperationFounding.FoundAsync(
            open[0], journal.Operation, OperationMode.Live, SmallHall.Plan, "plan", lists, CancellationToken.None));
        await hall.DemandAsync(GrainAddress.Draw, new ComputeOrder("公开种子", "现场公布"));
        await hall.DemandAsync(GrainAddress.Operation, new OpenOperation("测试"));
        return hall;
    }

    /// <summary>Runs the hosts while callers do random acts, all starting together; ends when the last of them is done.</summary>
    public async Task PlayAsync(int seed, int callers, int acts)
    {
        await Task.WhenAll(_hosts.Select(static h => h.StartAsync(CancellationToken.None)));
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var people = Enumerable.Range(0, callers).Select(async caller =>
        {
            await start.Task;
            await Task.Yield();
            await ActAsync(caller, new Random(HashCode(seed, caller)), acts);
        }).ToList();
        start.SetResult();
        await Task.WhenAll(people).Expected("the callers' last answers");
        await Task.WhenAll(_hosts.Select(static h => h.StopAsync(CancellationToken.None))).Expected("the hosts' loops");
    }

    /// <summary>Sensible people go on, one at a time, until everybody who came is done.</summary>
    public async Task BringToItsEndAsync()
    {
        for (var round = 0; !_watch.See(IsOver); round++)
        {
            Assert.True(round < 2_000, "The day does not end.");
            var before = _hosts[0].Position;
            for (var i = 0; _watch.See(hall => SensibleActs.All(hall).ElementAtOrDefault(i)) is { } act; i++)
            {
                await SendAsync(_hosts[0], act, new($"end-{round}-{i}"));
                await ComeToRestAsync();
            }

            if (_hosts[0].Position == before)
            {
                Assert.True(_hosts[0].NextDue is not null, "Nobody can help.");
                _clock.AdvanceTo(_hosts[0].NextDue > _clock.Now ? _hosts[0].NextDue!.Value.ToOffset(_clock.Now.Offset) : _clock.Now);
                await ComeToRestAsync();
            }
        }
    }

    /// <summary>Until nothing follows any more; then nothing may have failed.</summary>
    public async Task ComeToRestAsync()
    {
        foreach (var host in _hosts)
        {
            await host.RunToRestAsync(CancellationToken.None);
            Assert.Null(host.Stopped);
        }
    }

    public T See<T>(Func<HallView, T> look) => _watch.See(look);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }

    private async Task ActAsync(int caller, Random random, int acts)
    {
        var people = _watch.See(hall => new RandomActs(hall, random));
        for (var i = 0; i < acts; i++)
        {
            var act = _watch.See(_ => people.Next());
            var (host, id) = (_hosts[random.Next(_hosts.Length)], new CommandId($"c{caller}-{i}"));
            Task<long>[] clicks = [.. Enumerable.Range(0, random.Next(6) == 0 ? 2 : 1).Select(_ => SendAsync(host, act, id))];

            // People see what they did before they do the next thing, and so the policies keep pace with them.
            await _watch.UpToAsync((await Task.WhenAll(clicks)).Max());
            if (random.Next(10) == 0)
            {
                await SendAsync(_hosts[random.Next(_hosts.Length)], act, id);
            }

            if (caller == 0)
            {
                _clock.Advance(TimeSpan.FromSeconds(random.Next(30)));
            }
        }
    }

    // Who gets no answer (the grain is busy, the clock ran on under a look at the journal) tries again with the same id, as clients do.
    // The last entry that followed, or 0.
    private async Task<long> SendAsync(OperationHost host, Act act, CommandId id)
    {
        while (true)
        {
            try
            {
                var answer = await host.ExecuteAsync(new(act.Grain, act.Command, id, new Actor(act.Actor)), CancellationToken.None);
                Answers.Add((id, answer));
                return answer.Entries is [.., var last] ? last.Sequence : 0;
            }
            catch (Exception e) when (e is GrainBusyException or JournalUnavailableException)
            {
                await Task.Yield();
            }
        }
    }

    private async Task DemandAsync(GrainAddress grain, ICommand command)
    {
        await SendAsync(_hosts[0], new(grain, command, "commander"), new($"demand-{command.GetType().Name.ToLowerInvariant()}"));
        await ComeToRestAsync();
        Assert.All(Answers, static a => Assert.Null(a.Answer.Rejection));
    }

    private static bool IsOver(HallView hall) =>
        hall.Phase is OperationPhase.Open or OperationPhase.Closing
        && hall.Households.All(static h => !h.CheckedIn || h.Finished && h.Ticket is null);

    // The same in every process, unlike the runtime's own.
    private static int HashCode(int seed, int caller) =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{caller}")));
}

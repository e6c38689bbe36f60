using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.Journal;

namespace CommandCenter.Grains.Tests.Running;

public sealed class DeadlineTests
{
    private readonly Bench _bench = new();
    private DateTimeOffset InFiveMinutes => _bench.Clock.Now.AddMinutes(5);

    [Fact]
    public async Task Due_Once_FiresOnce()
    {
        await using var operation = await _bench.OpenOperationAsync();
        var due = InFiveMinutes;
        await operation.SendAsync("case/a", "1", new PromiseBy(due));
        Assert.Equal(due, operation.NextDue);
        _bench.Clock.AdvanceTo(due);

        await operation.RunToRestAsync(CancellationToken.None);
        await operation.RunToRestAsync(CancellationToken.None);

        var fired = (await EntriesAsync()).Single(static e => e.Version == 2);
        Assert.Equal(Actor.Deadline, fired.Actor);
        Assert.Equal($"deadline:case/a:promise:{due.ToUnixTimeMilliseconds()}", fired.Command.Value);
        Assert.Equal("a|broken|", await operation.ContentAsync("case/a"));
        Assert.Null(operation.NextDue);
    }

    [Fact]
    public async Task Due_AMomentLater_DoesNotFireYet()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new PromiseBy(InFiveMinutes));
        _bench.Clock.AdvanceTo(InFiveMinutes.AddTicks(-1));

        await operation.RunToRestAsync(CancellationToken.None);

        Assert.Equal(1, _bench.Store.LastSequence);
    }

    [Fact]
    public async Task Replaced_TheOldOneDoesNotFireAndTheNewOneDoes()
    {
        await using var operation = await _bench.OpenOperationAsync();
        var (first, second) = (InFiveMinutes, InFiveMinutes.AddMinutes(5));
        await operation.SendAsync("case/a", "1", new PromiseBy(first));
        await operation.SendAsync("case/a", "2", new PromiseBy(second));

        _bench.Clock.AdvanceTo(first);
        await operation.RunToRestAsync(CancellationToken.None);
        Assert.Equal(2, _bench.Store.LastSequence);

        _bench.Clock.AdvanceTo(second);
        await operation.RunToRestAsync(CancellationToken.None);
        Assert.Equal(3, _bench.Store.LastSequence);
    }

    [Fact]
    public async Task Cleared_DoesNotFire()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new PromiseBy(InFiveMinutes));
        await operation.SendAsync("case/a", "2", new KeepPromise());
        _bench.Clock.Advance(TimeSpan.FromHours(1));

        await operation.RunToRestAsync(CancellationToken.None);

        Assert.Equal(2, _bench.Store.LastSequence);
        Assert.Null(operation.NextDue);
    }

    [Fact]
    public async Task Restart_DueWhileDown_FiresOnceAtStart()
    {
        await using (var operation = await _bench.OpenOperationAsync())
        {
            await operation.SendAsync("case/a", "1", new PromiseBy(InFiveMinutes));
        }

        _bench.Clock.Advance(TimeSpan.FromHours(1));
        for (var restart = 0; restart < 3; restart++)
        {
            await using var operation = await _bench.OpenOperationAsync();
            await operation.RunToRestAsync(CancellationToken.None);
        }

        Assert.Equal(2, _bench.Store.LastSequence);
    }

    [Fact]
    public async Task Restart_NotYetDue_IsKept()
    {
        var due = InFiveMinutes;
        await using (var operation = await _bench.OpenOperationAsync())
        {
            await operation.SendAsync("case/a", "1", new PromiseBy(due));
        }

        await using var reopened = await _bench.OpenOperationAsync();

        Assert.Equal(due, reopened.NextDue);
    }

    [Fact]
    public async Task ManyDue_FireInTheOrderOfTheirTimesThenGrains()
    {
        await using var operation = await _bench.OpenOperationAsync();
        var due = InFiveMinutes;
        await operation.SendAsync("case/c", "1", new PromiseBy(due));
        await operation.SendAsync("case/b", "2", new PromiseBy(due));
        await operation.SendAsync("group/a", "3", new PromiseBy(due));
        await operation.SendAsync("case/d", "4", new PromiseBy(due.AddSeconds(-1)));
        _bench.Clock.AdvanceTo(due);

        await operation.RunToRestAsync(CancellationToken.None);

        var fired = (await EntriesAsync()).Where(static e => e.Version == 2).Select(static e => e.Grain.ToString());
        Assert.Equal(["case/d", "case/b", "case/c", "group/a"], fired);
    }

    [Fact]
    public async Task Met_AndStillStated_DoesNotFireAgain()
    {
        var stubborn = new StubbornDecider();
        var bench = new Bench { Deciders = new Dictionary<string, IDecider> { ["case"] = stubborn } };
        await using var operation = await bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new Write("x"));

        await operation.RunToRestAsync(CancellationToken.None);
        await operation.SendAsync("case/a", "2", new Write("y"));
        await operation.RunToRestAsync(CancellationToken.None);

        Assert.Equal(1, stubborn.Met);
    }

    [Fact]
    public async Task JournalUnavailable_FiresWhenItIsBack()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new PromiseBy(InFiveMinutes));
        _bench.Clock.Advance(TimeSpan.FromHours(1));
        _bench.Journal.BeforeAppend = static _ => throw new JournalUnavailableException("disk full");
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await operation.RunToRestAsync(CancellationToken.None));

        _bench.Journal.BeforeAppend = null;
        await operation.RunToRestAsync(CancellationToken.None);

        Assert.Equal("a|broken|", await operation.ContentAsync("case/a"));
    }

    private async Task<List<JournalEntry>> EntriesAsync()
    {
        var entries = new List<JournalEntry>();
        await foreach (var entry in _bench.Store.ReadAsync(0, CancellationToken.None))
        {
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>States a deadline whatever happens.</summary>
    private sealed class StubbornDecider : Decider<Notebook>
    {
        private readonly NotebookDecider _inner = new("case");

        public int Met { get; private set; }

        public override string Kind => "case";

        public override Notebook Initial(string key) => _inner.Initial(key);

        public override Decision Decide(Notebook state, ICommand command, in DecisionContext context)
        {
            Met += command is MeetDeadline ? 1 : 0;
            return _inner.Decide(state, command, context);
        }

        public override Notebook Evolve(Notebook state, IEvent @event) => _inner.Evolve(state, @event);

        public override IEnumerable<Deadline> Deadlines(Notebook state) => [new("always", DateTimeOffset.UnixEpoch)];
    }
}

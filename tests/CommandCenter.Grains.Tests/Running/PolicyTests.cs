using CommandCenter.Grains.Running;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.Journal;

namespace CommandCenter.Grains.Tests.Running;

public sealed class PolicyTests
{
    private readonly Bench _bench = new() { Policies = [new CopyPolicy(), new RefusedPolicy(), new ThrowingPolicy()] };

    [Fact]
    public async Task Reaction_NamesItsPolicyAndItsCause()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new Write("plain", "to:b,c:copied"));

        await operation.RunToRestAsync(CancellationToken.None);

        var stored = await _bench.StoredAsync();
        Assert.Equal(4, stored.Count);
        Assert.Contains("case/c 1", stored[3], StringComparison.Ordinal);
        Assert.Contains("policy:CopyPolicy policy:CopyPolicy:2:1 0 2", stored[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reaction_CausesAnother_RunsToRest()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new Write("to:b:to:c:to:d:end"));

        await operation.RunToRestAsync(CancellationToken.None);

        Assert.Equal("d|end|", await operation.ContentAsync("case/d"));
        Assert.Equal(4, operation.Position);
    }

    [Fact]
    public async Task RefusedReaction_IsNotSentAgainAndTheNextFollows()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new Write("refuse", "to:b:copied"));

        await operation.RunToRestAsync(CancellationToken.None);
        await operation.RunToRestAsync(CancellationToken.None);

        // The command, its refused consequence, its copy.
        Assert.Equal(3, _bench.Journal.Appends);
        Assert.Equal("b|copied|", await operation.ContentAsync("case/b"));
    }

    [Fact]
    public async Task PolicyThrows_IsReportedAndTheOthersStillFollow()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new Write("throw", "to:b:copied"));

        var fault = await Assert.ThrowsAsync<FaultException>(async () => await operation.RunToRestAsync(CancellationToken.None));

        Assert.Contains("ThrowingPolicy on entry 1", fault.Message, StringComparison.Ordinal);
        Assert.Equal("b|copied|", await operation.ContentAsync("case/b"));
    }

    [Fact]
    public async Task SynchronousJournal_RunsToRestOnTheCallersThread()
    {
        await using var operation = await OperationHost.OpenAsync(
            new(_bench.Store, NotebookDecider.Set, _bench.Policies, [], new(_bench.Clock, _bench.Clock)), CancellationToken.None);
        await operation.SendAsync("case/a", "1", new Write("to:b,c:copied"));
        await operation.SendAsync("case/a", "2", new PromiseBy(_bench.Clock.Now));

        var rest = operation.RunToRestAsync(CancellationToken.None);

        Assert.True(rest.IsCompletedSuccessfully);
        await rest;
        Assert.Equal(5, _bench.Store.LastSequence);
    }

    [Fact]
    public async Task KilledAtAnyAppend_AfterRestartTheJournalIsTheSame()
    {
        var whole = new Bench { Policies = _bench.Policies };
        await RunAsync(whole, killAt: int.MaxValue);
        var expected = await whole.StoredAsync();
        var appends = whole.Journal.Appends;

        for (var killAt = 1; killAt <= appends; killAt++)
        {
            foreach (var written in (bool[])[true, false])
            {
                var bench = new Bench { Policies = _bench.Policies };
                await KillAndRunAgainAsync(bench, killAt, written);
                Assert.Equal(expected, await bench.StoredAsync());
            }
        }
    }

    [Fact]
    public async Task PositionSaved_AtTheEnd_EarlierEntriesAreNotOfferedAgain()
    {
        await using (var operation = await _bench.OpenOperationAsync())
        {
            await operation.SendAsync("case/a", "1", new Write("throw"));
            await Assert.ThrowsAsync<FaultException>(async () => await operation.RunToRestAsync(CancellationToken.None));
        }

        await using var reopened = await _bench.OpenOperationAsync();
        await reopened.RunToRestAsync(CancellationToken.None);

        Assert.Null(reopened.Fault);
    }

    [Fact]
    public async Task PositionLost_ReactionsAreSentAgainAndChangeNothing()
    {
        _bench.Journal.LosesCursors = true;
        await using (var operation = await _bench.OpenOperationAsync())
        {
            await operation.SendAsync("case/a", "1", new Write("to:b,c:copied", "refuse"));
            await operation.RunToRestAsync(CancellationToken.None);
        }

        var before = await _bench.StoredAsync();
        await using var reopened = await _bench.OpenOperationAsync();
        await reopened.RunToRestAsync(CancellationToken.None);

        Assert.Equal(before, await _bench.StoredAsync());
        Assert.Equal(0, await _bench.Store.ReadCursorAsync("policies", CancellationToken.None));
    }

    // Killed: the process ends with the append, before it learns whether it was written.
    private static async Task KillAndRunAgainAsync(Bench bench, int killAt, bool written)
    {
        bench.Journal.LosesCursors = true;
        Func<Append, ValueTask> kill = _ =>
            bench.Journal.Appends >= killAt ? throw new JournalUnavailableException("killed") : default;
        bench.Journal.BeforeAppend = written ? null : kill;
        bench.Journal.AfterAppend = written ? kill : null;
        await Assert.ThrowsAsync<JournalUnavailableException>(() => RunAsync(bench, killAt));

        (bench.Journal.BeforeAppend, bench.Journal.AfterAppend) = (null, null);
        await RunAsync(bench, int.MaxValue);
    }

    private static async Task RunAsync(Bench bench, int killAt)
    {
        await using var operation = await bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new Write("to:b,c:to:d:x", "refuse", "to:c:y"));
        await operation.SendAsync("case/b", "2", new PromiseBy(bench.Clock.Now));
        await operation.RunToRestAsync(CancellationToken.None);
        Assert.True(bench.Journal.Appends < killAt);
    }
}

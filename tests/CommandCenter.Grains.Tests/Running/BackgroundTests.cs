using CommandCenter.Domain;
using CommandCenter.Domain.Operations;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;
using CommandCenter.TestKit;

namespace CommandCenter.Grains.Tests.Running;

/// <summary>The operation as a server runs it: loops that wake by themselves.</summary>
public sealed class BackgroundTests
{
    private readonly Seen _seen = new();
    private readonly Bench _bench;

    public BackgroundTests() => _bench = new() { Policies = [new CopyPolicy(), new ThrowingPolicy()], Subscribers = [_seen] };

    [Fact]
    public async Task Started_EntriesReachSubscribersAndPolicies()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.StartAsync(CancellationToken.None);

        await operation.SendAsync("case/a", "1", new Write("to:b:to:c:x"));
        await _seen.UpToAsync(3);

        Assert.Equal([1L, 2L, 3L], _seen.Sequences);
        Assert.Equal("c|x|", await operation.ContentAsync("case/c"));
    }

    [Fact]
    public async Task EntriesBeforeOpening_AndBetweenOpeningAndStart_EachReachSubscribersOnce()
    {
        await _bench.AppendElsewhereAsync("case/a", "0", new Write("before"));
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new Write("between"));

        await operation.StartAsync(CancellationToken.None);
        await operation.SendAsync("case/a", "2", new Write("after"));
        await _seen.UpToAsync(3);

        Assert.Equal([1L, 2L, 3L], _seen.Sequences);
    }

    [Fact]
    public async Task StuckPolicy_SubscribersGoOn()
    {
        var gate = HoldPolicies();
        await using var operation = await _bench.OpenOperationAsync();
        await operation.StartAsync(CancellationToken.None);

        await operation.SendAsync("case/a", "1", new Write("to:b:x"));
        await gate.ArrivalsAsync();
        await operation.SendAsync("case/a", "2", new Write("y"));
        await operation.SendAsync("case/c", "3", new Write("z"));
        await _seen.UpToAsync(3);

        Assert.Equal([1L, 2L, 3L], _seen.Sequences);
        gate.Open();
        await _seen.UpToAsync(4);
        Assert.Equal("b|x|", await operation.ContentAsync("case/b"));
    }

    [Fact]
    public async Task DeadlineDue_ClockReachesIt_Fires()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.StartAsync(CancellationToken.None);
        var due = _bench.Clock.Now.AddSeconds(30);
        await operation.SendAsync("case/a", "1", new PromiseBy(due.AddHours(1)));
        await operation.SendAsync("case/b", "2", new PromiseBy(due));

        _bench.Clock.AdvanceTo(due);
        await _seen.UpToAsync(3);

        Assert.Equal("b|broken|", await operation.ContentAsync("case/b"));
        Assert.Equal(3, _bench.Store.LastSequence);
    }

    [Fact]
    public async Task DeadlineDue_PausedDrillJumps_Fires()
    {
        using var drill = new DrillClock(_bench.Clock.Now, _bench.Clock.LocalTimeZone, _bench.Clock);
        await using var operation = await _bench.OpenOperationAsync(drill);
        await operation.StartAsync(CancellationToken.None);
        await operation.SendAsync("case/a", "1", new PromiseBy(_bench.Clock.Now.AddHours(1)));

        drill.JumpTo(_bench.Clock.Now.AddHours(1));
        await _seen.UpToAsync(2);

        Assert.Equal("a|broken|", await operation.ContentAsync("case/a"));
    }

    [Fact]
    public async Task Rest_WhatFollowsFromACommand_IsDoneBefore()
    {
        var gate = HoldPolicies();
        await using var operation = await _bench.OpenOperationAsync();
        await operation.StartAsync(CancellationToken.None);
        await operation.SendAsync("case/a", "1", new Write("to:b:to:c:x"));
        await gate.ArrivalsAsync();

        Assert.False(operation.IsAtRest);
        var rest = operation.RestAsync(CancellationToken.None).AsTask();
        gate.Open();
        await rest.Expected("the operation to come to rest");

        Assert.Equal([1L, 2L, 3L], _seen.Sequences);
        Assert.Equal("c|x|", await operation.ContentAsync("case/c"));
    }

    [Fact]
    public async Task Rest_DeadlineOnAClockThatStandsThere_IsMetBefore()
    {
        using var drill = new DrillClock(_bench.Clock.Now, _bench.Clock.LocalTimeZone, _bench.Clock);
        await using var operation = await _bench.OpenOperationAsync(drill);
        await operation.StartAsync(CancellationToken.None);
        await operation.SendAsync("case/a", "1", new PromiseBy(_bench.Clock.Now.AddHours(1)));
        drill.JumpTo(_bench.Clock.Now.AddHours(1));

        await operation.RestAsync(CancellationToken.None).AsTask().Expected("the operation to come to rest");

        Assert.Equal("a|broken|", await operation.ContentAsync("case/a"));
    }

    [Fact]
    public async Task JournalUnavailable_ThePolicyTriesAgainAndTheEffectIsOnce()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.StartAsync(CancellationToken.None);
        var refusals = 2;
        _bench.Journal.BeforeAppend = append =>
            append.Actor.IsSystem && refusals-- > 0 ? throw new JournalUnavailableException("disk full") : default;
        var start = _bench.Clock.Now;
        await operation.SendAsync("case/a", "1", new Write("to:b:x"));

        await _bench.Clock.TimerDueAsync(start.AddMilliseconds(100));
        _bench.Clock.Advance(TimeSpan.FromMilliseconds(100));
        await _bench.Clock.TimerDueAsync(start.AddMilliseconds(300));
        _bench.Clock.Advance(TimeSpan.FromMilliseconds(200));
        await _seen.UpToAsync(2);

        Assert.Equal("b|x|", await operation.ContentAsync("case/b"));
        Assert.Equal(2, _bench.Store.LastSequence);
    }

    [Fact]
    public async Task ForeignSuspension_ReachesTheGrains()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.StartAsync(CancellationToken.None);
        await _bench.AppendElsewhereAsync("operation/self", "o1", new SuspendOperation("停"));

        // The entry after it: the grains are brought up to entries in their order.
        await _bench.AppendElsewhereAsync("case/a", "o2", new PromiseBy(_bench.Clock.Now));
        await _seen.UpToAsync(3);

        Assert.Equal(OperationPhase.Suspended, operation.Frame.Phase);
        Assert.Equal(Rejections.OperationSuspendedNow, (await operation.SendAsync("case/b", "1", new WriteWhileOpen("x"))).Rejection);
    }

    [Fact]
    public async Task SubscriberThrows_IsGivenNoMoreAndTheOthersGoOn()
    {
        var broken = new Seen { ThrowsOn = 2 };
        var bench = new Bench { Subscribers = [broken, _seen] };
        await using var operation = await bench.OpenOperationAsync();
        await operation.StartAsync(CancellationToken.None);

        await operation.SendAsync("case/a", "1", new Write("x", "y", "z"));
        await _seen.UpToAsync(3);

        Assert.Equal([1L], broken.Sequences);
        Assert.Contains("Seen on entry 2", operation.Fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CorruptEntry_InTheFeed_StopsTheOperation()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.StartAsync(CancellationToken.None);
        await operation.SendAsync("case/a", "1", new Write("x"));
        await _seen.UpToAsync(1);
        _bench.Journal.OnRead = static e => e with { Sequence = e.Sequence + 1 };

        await operation.SendAsync("case/a", "2", new Write("y"));
        var line = await _bench.Log.LineAsync(1101);

        Assert.Contains("Entry 3", line, StringComparison.Ordinal);
        await Assert.ThrowsAsync<OperationStoppedException>(async () => await operation.SendAsync("case/a", "3", new Write("z")));
    }

    [Fact]
    public async Task IdleGrains_AfterAWhile_DropTheirState()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new PromiseBy(_bench.Clock.Now.AddMinutes(16).AddSeconds(1)));
        await operation.StartAsync(CancellationToken.None);

        for (var minute = 1; minute <= 16; minute++)
        {
            var next = _bench.Clock.Now.AddMinutes(1);
            await _bench.Clock.TimerDueAsync(next);
            _bench.Clock.AdvanceTo(next);
        }

        await _bench.Clock.TimerDueAsync(_bench.Clock.Now.AddMinutes(1));
        Assert.Equal(0, operation.Grains.ActiveGrains);
    }

    [Fact]
    public async Task Stopped_NothingHappensByItselfAndThePositionIsSaved()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.StartAsync(CancellationToken.None);
        await operation.SendAsync("case/a", "1", new Write("to:b:x"));
        await _seen.UpToAsync(2);

        await operation.StopAsync(CancellationToken.None);
        await operation.SendAsync("case/a", "2", new Write("to:b:y"));

        Assert.Equal([1L, 2L], _seen.Sequences);
        Assert.NotEqual(0, await _bench.Store.ReadCursorAsync("policies", CancellationToken.None));
        await operation.RunToRestAsync(CancellationToken.None);
        Assert.Equal("b|x,y|", await operation.ContentAsync("case/b"));
    }

    [Fact]
    public async Task Started_SteppingOrStartingAgain_IsAMistake()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.StartAsync(CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => operation.StartAsync(CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await operation.RunToRestAsync(CancellationToken.None));
    }

    // Whatever policies append waits at the gate.
    private Gate HoldPolicies()
    {
        var gate = new Gate("the policy's append");
        _bench.Journal.BeforeAppend = async append =>
        {
            if (append.Actor.IsSystem)
            {
                await gate.PassAsync();
            }
        };
        return gate;
    }
}

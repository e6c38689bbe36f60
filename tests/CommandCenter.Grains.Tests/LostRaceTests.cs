using CommandCenter.Domain;
using CommandCenter.Domain.Operations;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.Journal;
using CommandCenter.TestKit;

namespace CommandCenter.Grains.Tests;

/// <summary>Other writers, and stores that fail.</summary>
public sealed class LostRaceTests
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Append_OvertakenOnce_DecidesAgainOnTheNewState()
    {
        var host = await _bench.OpenAsync();
        BeforeNextAppend(() => _bench.AppendElsewhereAsync("case/a", "other", new Write("faster")));

        var answer = await host.SendAsync("case/a", "1", new Write("slower"));

        Assert.Equal(2, Assert.Single(answer.Entries).Version);
        Assert.Equal("a|faster,slower|", await host.ContentAsync("case/a"));
    }

    [Fact]
    public async Task Append_OvertakenAndNoLongerAllowed_IsRefused()
    {
        var host = await _bench.OpenAsync();
        BeforeNextAppend(() => _bench.AppendElsewhereAsync("case/a", "other", new Write("faster")));

        var answer = await host.SendAsync("case/a", "1", new WriteUpTo(1, "slower"));

        Assert.Equal(Rejections.OutOfRange.Code, answer.Rejection?.Code);
        Assert.Equal(1, _bench.Store.LastSequence);
    }

    [Fact]
    public async Task Append_SuspendedElsewhereMeanwhile_IsRefused()
    {
        var host = await _bench.OpenAsync();
        BeforeNextAppend(() => _bench.AppendElsewhereAsync("operation/self", "other", new SuspendOperation("停")));

        var answer = await host.SendAsync("case/a", "1", new WriteWhileOpen("x"));

        Assert.Equal(Rejections.OperationSuspendedNow.Code, answer.Rejection?.Code);
        Assert.Equal(OperationPhase.Suspended, host.Frame.Phase);
        Assert.Equal(1, _bench.Store.LastSequence);
    }

    [Fact]
    public async Task Append_ResumedElsewhereMeanwhile_IsNotRefused()
    {
        var host = await _bench.OpenAsync();
        await host.SendAsync("operation/self", "s", new SuspendOperation("停"));
        BeforeNextAppend(() => _bench.AppendElsewhereAsync("operation/self", "other", new ResumeOperation()));

        var answer = await host.SendAsync("case/a", "1", new WriteWhileOpen("x"));

        Assert.Equal(3, Assert.Single(answer.Entries).Sequence);
    }

    [Fact]
    public async Task Append_FrameMovedByThisHostAmongEntriesOfOthers_IsDecidedOnItAtTheFirstTime()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new Write("x"));
        await _bench.AppendElsewhereAsync("case/b", "2", new Write("y"));
        await operation.SendAsync("operation/self", "3", new SuspendOperation("停"));
        await operation.RunToRestAsync(CancellationToken.None);
        var before = _bench.Journal.Appends;

        var answer = await operation.SendAsync("case/a", "4", new WriteWhileOpen("z"));

        Assert.Equal(Rejections.OperationSuspendedNow.Code, answer.Rejection?.Code);
        Assert.Equal(before + 1, _bench.Journal.Appends);
    }

    [Fact]
    public async Task Append_EntryThatMovedTheFrameDoesNotCome_IsUnavailable()
    {
        var host = await _bench.OpenAsync();
        _bench.Journal.BeforeAppend = static _ => throw new JournalConflictException("moved") { Frame = 99 };

        var answer = host.SendAsync("case/a", "1", new Write("x")).AsTask();
        _bench.Clock.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<JournalUnavailableException>(() => answer.Expected("the host to give up"));
    }

    [Fact]
    public async Task Append_OvertakenByTheSameCommandElsewhere_GetsItsAnswer()
    {
        var host = await _bench.OpenAsync();
        BeforeNextAppend(() => _bench.AppendElsewhereAsync("case/a", "1", new Write("x")));

        var answer = await host.SendAsync("case/a", "1", new Write("x"));

        Assert.True(answer.Repeated);
        Assert.Equal(1, _bench.Store.LastSequence);
        Assert.Equal("a|x|", await host.ContentAsync("case/a"));
    }

    [Fact]
    public async Task Append_OvertakenEveryTime_IsBusyAndLaterGoesOn()
    {
        var host = await _bench.OpenAsync();
        var n = 0;
        _bench.Journal.BeforeAppend = async _ => await _bench.AppendElsewhereAsync("case/a", $"other-{n++}", new Write("faster"));

        await Assert.ThrowsAsync<GrainBusyException>(async () => await host.SendAsync("case/a", "1", new Write("slower")));
        _bench.Journal.BeforeAppend = null;
        var answer = await host.SendAsync("case/a", "1", new Write("slower"));

        Assert.Equal(_bench.Options.MaxAttempts, n);
        Assert.False(answer.Repeated);
        Assert.Equal("a|faster,faster,faster,faster,faster,slower|", await host.ContentAsync("case/a"));
    }

    [Fact]
    public async Task Append_Unavailable_PassesThroughAndTheStateHasNotMoved()
    {
        var host = await _bench.OpenAsync();
        await host.SendAsync("case/a", "1", new Write("x"));
        BeforeNextAppend(() => throw new JournalUnavailableException("disk full"));

        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await host.SendAsync("case/a", "2", new Write("y")));

        Assert.Equal("a|x|", await host.ContentAsync("case/a"));
        Assert.False((await host.SendAsync("case/a", "2", new Write("y"))).Repeated);
        Assert.Equal("a|x,y|", await host.ContentAsync("case/a"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Append_OutcomeUnknown_HappensOnce(bool written)
    {
        var host = await _bench.OpenAsync();
        Func<Append, ValueTask> cutOnce = _ =>
        {
            (_bench.Journal.BeforeAppend, _bench.Journal.AfterAppend) = (null, null);
            throw new IOException("the line was cut");
        };
        _bench.Journal.BeforeAppend = written ? null : cutOnce;
        _bench.Journal.AfterAppend = written ? cutOnce : null;

        var answer = await host.SendAsync("case/a", "1", new Write("x"));

        Assert.Equal(written, answer.Repeated);
        Assert.Equal(1, Assert.Single(answer.Entries).Sequence);
        Assert.Equal(1, _bench.Store.LastSequence);
        Assert.Equal("a|x|", await host.ContentAsync("case/a"));
    }

    [Fact]
    public async Task Append_OutcomeOfARefusalUnknown_IsAnsweredByTheJournal()
    {
        var host = await _bench.OpenAsync();
        _bench.Journal.AfterAppend = _ =>
        {
            _bench.Journal.AfterAppend = null;
            throw new IOException("the line was cut");
        };

        var answer = await host.SendAsync("case/a", "1", new WriteUpTo(0, "x"));

        Assert.Equal(Rejections.OutOfRange.Code, answer.Rejection?.Code);
        Assert.True(answer.Repeated);
    }

    [Fact]
    public async Task Append_OutcomeUnknownEveryTime_ThrowsWhatTheStoreThrew()
    {
        var host = await _bench.OpenAsync();
        _bench.Journal.BeforeAppend = static _ => throw new IOException("the line is cut");

        await Assert.ThrowsAsync<IOException>(async () => await host.SendAsync("case/a", "1", new Write("x")));

        Assert.Equal(_bench.Options.MaxAttempts, _bench.Journal.Appends);
    }

    [Fact]
    public async Task ForeignEntries_ComeThroughTheFeed_StatePhaseAndDeadlinesFollow()
    {
        await using var operation = await _bench.OpenOperationAsync();
        var due = _bench.Clock.Now.AddMinutes(5);
        await _bench.AppendElsewhereAsync("case/a", "o1", new Write("elsewhere"));
        await _bench.AppendElsewhereAsync("case/a", "o2", new PromiseBy(due));
        await _bench.AppendElsewhereAsync("operation/self", "o3", new SuspendOperation("停"));

        await operation.RunToRestAsync(CancellationToken.None);

        Assert.Equal(OperationPhase.Suspended, operation.Frame.Phase);
        Assert.Equal(due, operation.NextDue);
        Assert.Equal($"a|elsewhere|{due:O}", await operation.ContentAsync("case/a"));
        Assert.Equal(3, operation.Position);
    }

    private void BeforeNextAppend(Func<Task> happens) => _bench.Journal.BeforeAppend = async _ =>
    {
        _bench.Journal.BeforeAppend = null;
        await happens();
    };
}

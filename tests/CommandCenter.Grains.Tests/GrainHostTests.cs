using CommandCenter.Domain;
using CommandCenter.Domain.Cases;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.TestKit;

namespace CommandCenter.Grains.Tests;

public sealed class GrainHostTests
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Execute_AcceptedCommand_AnswersWithTheEntriesWritten()
    {
        var host = await _bench.OpenAsync();

        var answer = await host.SendAsync("case/a", "1", new Write("x", "y"));

        Assert.False(answer.Repeated);
        Assert.Null(answer.Rejection);
        Assert.Equal([1L, 2L], answer.Entries.Select(static e => e.Sequence));
        Assert.Equal([1L, 2L], answer.Entries.Select(static e => e.Version));
        Assert.Equal(new CaseNoted(new("a"), "y"), answer.Entries[1].Event);
        Assert.Equal("a|x,y|", await host.ContentAsync("case/a"));
    }

    [Fact]
    public async Task Execute_SynchronousJournal_CompletesOnTheCallersThread()
    {
        var host = await GrainHost.OpenAsync(_bench.Store, NotebookDecider.Set, new(_bench.Clock, _bench.Clock));

        var command = host.SendAsync("case/a", "1", new Write("x"));

        Assert.True(command.IsCompletedSuccessfully);
        await command;
    }

    [Fact]
    public async Task Execute_UnknownKind_IsRefusedAndNotStored()
    {
        var host = await _bench.OpenAsync();

        var answer = await host.SendAsync("spaceship/a", "1", new Write("x"));

        Assert.Equal(Rejections.NotFound.Code, answer.Rejection?.Code);
        Assert.Equal(0, _bench.Journal.Appends);
    }

    [Fact]
    public async Task Execute_EventThatTheGrainCannotApply_NothingIsWrittenAndTheNextGoesOn()
    {
        var host = await _bench.OpenAsync();
        await Assert.ThrowsAsync<UnknownEventException>(async () => await host.SendAsync("case/a", "1", new Blunder()));

        await host.SendAsync("case/a", "2", new Write("x"));

        Assert.Equal(1, _bench.Store.LastSequence);
        Assert.Equal("a|x|", await host.ContentAsync("case/a"));
    }

    [Fact]
    public async Task Execute_ManyCallersOneGrain_OneAfterAnotherInTheirOrder()
    {
        var gate = new Gate("the journal");
        var host = await _bench.OpenAsync();
        _bench.Journal.BeforeAppend = async _ => await gate.PassAsync();
        var callers = Enumerable.Range(0, 80)
            .Select(i => host.SendAsync("case/a", $"c{i}", new Write($"{i}")).AsTask())
            .ToArray();
        await gate.ArrivalsAsync();

        Assert.Equal(1, _bench.Journal.Appends);
        gate.Open();
        await Task.WhenAll(callers).Expected("80 answers");

        Assert.Equal($"a|{string.Join(',', Enumerable.Range(0, 80))}|", await host.ContentAsync("case/a"));
    }

    [Fact]
    public async Task Execute_DifferentGrains_AllAreInTheJournalAtOnce()
    {
        var gate = new Gate("the journal");
        var host = await _bench.OpenAsync();
        _bench.Journal.BeforeAppend = async _ => await gate.PassAsync();

        var callers = Enumerable.Range(0, 80)
            .Select(i => host.SendAsync($"case/g{i}", $"c{i}", new Write("x")).AsTask())
            .ToArray();
        await gate.ArrivalsAsync(80);
        gate.Open();
        var answers = await Task.WhenAll(callers).Expected("80 answers");

        Assert.Equal(80, answers.SelectMany(static a => a.Entries).Select(static e => e.Sequence).Distinct().Count());
    }

    [Fact]
    public async Task Execute_CallerLeavesTheMailbox_ItsCommandIsNotGivenAndTheNextIs()
    {
        var gate = new Gate("the journal");
        using var leaving = new CancellationTokenSource();
        var host = await _bench.OpenAsync();
        _bench.Journal.BeforeAppend = async _ => await gate.PassAsync();
        var first = host.SendAsync("case/a", "1", new Write("first")).AsTask();
        var second = host.SendAsync("case/a", "2", new Write("second"), leaving.Token).AsTask();
        var third = host.SendAsync("case/a", "3", new Write("third")).AsTask();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.Expected("the second caller's leave"));
        gate.Open();
        await Task.WhenAll(first, third).Expected("the other callers' answers");

        Assert.Equal("a|first,third|", await host.ContentAsync("case/a"));
    }

    [Fact]
    public async Task Execute_CallerLeavesDuringTheAppend_TheOutcomeIsStoredAndAnswered()
    {
        var gate = new Gate("the journal");
        using var leaving = new CancellationTokenSource();
        var host = await _bench.OpenAsync();
        _bench.Journal.BeforeAppend = async _ => await gate.PassAsync();
        var caller = host.SendAsync("case/a", "1", new Write("x"), leaving.Token).AsTask();
        await gate.ArrivalsAsync();

        await leaving.CancelAsync();
        gate.Open();
        var answer = await caller.Expected("the answer");

        Assert.Single(answer.Entries);
    }

    [Fact]
    public async Task Suspend_OnceAnswered_IsSeenByEveryGrain()
    {
        var host = await _bench.OpenAsync();
        await host.SendAsync("case/a", "1", new WriteWhileOpen("before"));

        await host.SendAsync("operation/self", "2", new Domain.Operations.SuspendOperation("停"));
        var known = await host.SendAsync("case/a", "3", new WriteWhileOpen("after"));
        var fresh = await host.SendAsync("group/b", "4", new WriteWhileOpen("after"));
        await host.SendAsync("operation/self", "5", new Domain.Operations.ResumeOperation());
        var resumed = await host.SendAsync("group/b", "6", new WriteWhileOpen("resumed"));

        Assert.Equal(Rejections.OperationSuspendedNow.Code, known.Rejection?.Code);
        Assert.Equal(Rejections.OperationSuspendedNow.Code, fresh.Rejection?.Code);
        Assert.Null(resumed.Rejection);
    }

    [Fact]
    public async Task Open_SuspendedOperation_IsStillSuspended()
    {
        var host = await _bench.OpenAsync();
        await host.SendAsync("operation/self", "1", new Domain.Operations.SuspendOperation("停"));

        var reopened = await _bench.OpenAsync();

        Assert.Equal(Domain.Operations.OperationPhase.Suspended, reopened.Frame.Phase);
    }
}

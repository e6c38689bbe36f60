using CommandCenter.Domain;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.Journal;
using CommandCenter.TestKit;

namespace CommandCenter.Grains.Tests;

/// <summary>The same command id again: the same answer, and nothing written.</summary>
public sealed class OnceOnlyTests
{
    private readonly Bench _bench = new() { Options = new() { RememberedAnswers = 3 } };

    public static TheoryData<string> Outcomes => ["accepted", "several events", "refused", "nothing follows"];

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Repeat_SameHost_SameAnswer(string outcome)
    {
        var host = await _bench.OpenAsync();
        await host.SendAsync("case/a", "before", new Write("x"));
        var first = await host.SendAsync("case/a", "1", CommandFor(outcome));

        await AssertRepeatsAsync(host, first, outcome);
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Repeat_AfterRestart_SameAnswer(string outcome)
    {
        var host = await _bench.OpenAsync();
        await host.SendAsync("case/a", "before", new Write("x"));
        var first = await host.SendAsync("case/a", "1", CommandFor(outcome));

        await AssertRepeatsAsync(await _bench.OpenAsync(), first, outcome);
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Repeat_AfterTheAnswerIsForgotten_SameAnswer(string outcome)
    {
        var host = await _bench.OpenAsync();
        await host.SendAsync("case/a", "before", new Write("x"));
        var first = await host.SendAsync("case/a", "1", CommandFor(outcome));
        for (var i = 0; i < 5; i++)
        {
            await host.SendAsync("case/b", $"other-{i}", new Write("y"));
        }

        await AssertRepeatsAsync(host, first, outcome);
    }

    [Fact]
    public async Task Repeat_StateHasMovedOnMeanwhile_TheFirstAnswerStands()
    {
        var host = await _bench.OpenAsync();
        var refused = await host.SendAsync("case/a", "1", new WriteUpTo(0, "x"));
        await host.SendAsync("case/a", "2", new Write("x"));

        // Would be accepted now.
        var again = await (await _bench.OpenAsync()).SendAsync("case/a", "1", new WriteUpTo(9, "x"));

        Assert.Equal(refused.Rejection, again.Rejection);
        Assert.True(again.Repeated);
        Assert.Equal(1, _bench.Store.LastSequence);
    }

    [Fact]
    public async Task Repeat_JournalUnavailable_IsAnsweredFromMemory()
    {
        var host = await _bench.OpenAsync();
        var first = await host.SendAsync("case/a", "1", new Write("x"));
        _bench.Journal.BeforeAppend = static _ => throw new JournalUnavailableException("disk full");

        var again = await host.SendAsync("case/a", "1", new Write("x"));

        Assert.Equal(first.Entries, again.Entries);
    }

    // It is in the store, and the feed has brought it; that the store vouches for it nobody has said.
    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Repeat_WrittenButNotVouchedFor_IsAskedOfTheJournalEachTime(string outcome)
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "before", new Write("x"));
        _bench.Journal.AfterAppend = static _ => throw new JournalUnavailableException("no replica holds it");
        for (var i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<JournalUnavailableException>(async () => await operation.SendAsync("case/a", "1", CommandFor(outcome)));
            await operation.RunToRestAsync(CancellationToken.None);
        }

        var stored = _bench.Store.LastSequence;
        _bench.Journal.AfterAppend = null;
        var again = await operation.SendAsync("case/a", "1", CommandFor(outcome));

        Assert.True(again.Repeated);
        Assert.Equal(stored, _bench.Store.LastSequence);
    }

    [Fact]
    public async Task SameId_ManyCallersAtOnce_OneWritesAndAllGetItsAnswer()
    {
        var gate = new Gate("the journal");
        var host = await _bench.OpenAsync();
        _bench.Journal.BeforeAppend = async _ => await gate.PassAsync();
        var callers = Enumerable.Range(0, 80).Select(_ => host.SendAsync("case/a", "1", new Write("x")).AsTask()).ToArray();
        await gate.ArrivalsAsync();
        gate.Open();

        var answers = await Task.WhenAll(callers).Expected("80 answers");

        Assert.Equal(1, _bench.Store.LastSequence);
        Assert.Single(answers, static a => !a.Repeated);
        Assert.All(answers, a => Assert.Equal(answers[0].Entries, a.Entries));
    }

    [Fact]
    public async Task SameId_OtherGrain_IsRefused()
    {
        var host = await _bench.OpenAsync();
        await host.SendAsync("case/a", "1", new Write("x"));

        var answer = await host.SendAsync("case/b", "1", new Write("x"));

        Assert.Equal(Rejections.CommandIdReused.Code, answer.Rejection?.Code);
        Assert.Equal(1, _bench.Store.LastSequence);
        Assert.Equal("b||", await host.ContentAsync("case/b"));
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task SameId_OtherGrainAfterRestart_IsRefused(string outcome)
    {
        var host = await _bench.OpenAsync();
        await host.SendAsync("case/a", "before", new Write("x"));
        await host.SendAsync("case/a", "1", CommandFor(outcome));
        var stored = _bench.Store.LastSequence;

        var reopened = await _bench.OpenAsync();
        var answer = await reopened.SendAsync("case/b", "1", new Write("x"));

        Assert.Equal(Rejections.CommandIdReused.Code, answer.Rejection?.Code);
        Assert.Equal(stored, _bench.Store.LastSequence);
        Assert.Equal("b||", await reopened.ContentAsync("case/b"));
    }

    [Fact]
    public async Task SameId_TwoGrainsAtOnce_OneWritesAndTheOtherIsRefused()
    {
        var gate = new Gate("the journal");
        var host = await _bench.OpenAsync();
        _bench.Journal.BeforeAppend = async _ => await gate.PassAsync();
        var a = host.SendAsync("case/a", "1", new Write("x")).AsTask();
        var b = host.SendAsync("case/b", "1", new Write("x")).AsTask();
        await gate.ArrivalsAsync(2);
        gate.Open();

        var answers = await Task.WhenAll(a, b).Expected("both answers");

        Assert.Equal(1, _bench.Store.LastSequence);
        Assert.Single(answers, static answer => answer.Rejection is null);
        Assert.Single(answers, static answer => answer.Rejection?.Code == Rejections.CommandIdReused.Code);
    }

    private static ICommand CommandFor(string outcome) => outcome switch
    {
        "accepted" => new Write("y"),
        "several events" => new Write("y", "z", "w"),
        "refused" => new WriteUpTo(0, "y"),
        "nothing follows" => new WriteOnce("x"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private async Task AssertRepeatsAsync(GrainHost host, CommandAnswer first, string outcome)
    {
        var stored = _bench.Store.LastSequence;
        var content = await host.ContentAsync("case/a");

        var again = await host.SendAsync("case/a", "1", CommandFor(outcome));

        Assert.False(first.Repeated);
        Assert.True(again.Repeated);
        Assert.Equal(first.Rejection, again.Rejection);
        Assert.Equal(first.Entries.Select(static e => e.Sequence), again.Entries.Select(static e => e.Sequence));
        Assert.Equal(stored, _bench.Store.LastSequence);
        Assert.Equal(content, await host.ContentAsync("case/a"));
    }
}

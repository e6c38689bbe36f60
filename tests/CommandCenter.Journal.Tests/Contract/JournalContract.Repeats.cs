using CommandCenter.Domain.Identity;
using CommandCenter.TestKit;

namespace CommandCenter.Journal.Tests.Contract;

public abstract partial class JournalContract
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Append_RepeatedWithEvents_GivesTheFirstAnswer(bool reopened)
    {
        var first = await _journal.AppendAsync(Appends.Notes("c1", 0, "k1", 3));
        await _journal.AppendAsync(Appends.Note("c1", 3, "k2"));
        if (reopened) await ReopenAsync();

        var again = await _journal.AppendAsync(Appends.Note("c2", 0, "k1", "another decision"));

        Assert.True(again.Repeated);
        Assert.False(first.Repeated);
        Assert.Equal(new GrainAddress("case", "c1"), again.Grain);
        Assert.Equal(Reading.Stored(first.Entries), Reading.Stored(again.Entries));
        Assert.Equal(4, _journal.LastSequence);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Append_RepeatedRefusal_GivesTheSameRefusal(bool reopened)
    {
        var first = await _journal.AppendAsync(Appends.Refused("c1", 0, "k1"));
        if (reopened) await ReopenAsync();

        var again = await _journal.AppendAsync(Appends.Note("c2", 0, "k1"));

        Assert.Equal(Appends.Refusal, first.Rejection);
        Assert.Equal(new GrainAddress("case", "c1"), again.Grain);
        Assert.Equal((Appends.Refusal, true), (again.Rejection, again.Repeated));
        Assert.Empty(again.Entries);
        Assert.Equal(0, _journal.LastSequence);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Append_RepeatedWhereNothingFollowed_SaysSoAgain(bool reopened)
    {
        await _journal.AppendAsync(Appends.Nothing("c1", 0, "k1"));
        if (reopened) await ReopenAsync();

        var again = await _journal.AppendAsync(Appends.Note("c1", 0, "k1"));

        Assert.Equal((null, true), (again.Rejection, again.Repeated));
        Assert.Empty(again.Entries);
        Assert.Empty(await _journal.AllAsync());
    }

    [Fact]
    public async Task Append_RepeatedByManyAtOnce_IsWrittenOnce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
            await _journal.AppendAsync(Appends.Notes("c1", 0, "k1", 2))))).Expected("64 answers to one command");

        Assert.Single(answers, static a => !a.Repeated);
        Assert.All(answers, a => Assert.Equal(Reading.Stored(answers[0].Entries), Reading.Stored(a.Entries)));
        Assert.Equal(2, _journal.LastSequence);
    }
}

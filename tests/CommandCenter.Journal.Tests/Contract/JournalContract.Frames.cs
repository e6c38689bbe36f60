using CommandCenter.TestKit;

namespace CommandCenter.Journal.Tests.Contract;

public abstract partial class JournalContract
{
    [Fact]
    public async Task Append_DecidedBeforeTheFrameMoved_ConflictsAndSaysAtWhichEntry()
    {
        await _journal.AppendAsync(Appends.Note("c1", 0, "k1") with { FrameKnown = 0 });
        await _journal.AppendAsync(Appends.Notes("self", 0, "k2", 2) with { FrameKnown = 1, MovesFrame = true });

        foreach (var late in (Append[])[Appends.Note("c2", 0, "k3"), Appends.Refused("c2", 0, "k3"), Appends.Nothing("c2", 0, "k3")])
        {
            var conflict = await Assert.ThrowsAsync<JournalConflictException>(async () => await _journal.AppendAsync(late with { FrameKnown = 2 }));
            Assert.Equal(3, conflict.Frame);
        }

        Assert.Equal(3, _journal.LastSequence);
        Assert.False((await _journal.AppendAsync(Appends.Note("c2", 0, "k3") with { FrameKnown = 3 })).Repeated);
        Assert.False((await _journal.AppendAsync(Appends.Note("c3", 0, "k4"))).Repeated);
    }

    [Fact]
    public async Task Append_RepeatedAfterTheFrameMoved_GetsItsAnswer()
    {
        var first = await _journal.AppendAsync(Appends.Note("c1", 0, "k1") with { FrameKnown = 0 });
        await _journal.AppendAsync(Appends.Note("self", 0, "k2") with { MovesFrame = true });

        var again = await _journal.AppendAsync(Appends.Note("c1", 0, "k1") with { FrameKnown = 0 });

        Assert.True(again.Repeated);
        Assert.Equal(Reading.Stored(first.Entries), Reading.Stored(again.Entries));
    }

    [Fact]
    public async Task Append_OnAnotherVersionToo_SaysThatTheGrainHasMoved()
    {
        await _journal.AppendAsync(Appends.Note("self", 0, "k1") with { MovesFrame = true });

        var conflict = await Assert.ThrowsAsync<JournalConflictException>(async () => await _journal.AppendAsync(Appends.Note("self", 0, "k2") with { FrameKnown = 0 }));

        Assert.Equal(0, conflict.Frame);
    }

    [Fact]
    public async Task Append_WhileTheFrameMoves_NothingFollowsThatDidNotKnow()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => caller == Callers / 2
            ? WinsAsync(Appends.Note("self", 0, "move") with { MovesFrame = true })
            : WinsAsync(Appends.Note($"c{caller}", 0, $"k{caller}") with { FrameKnown = 0 })))).Expected("all callers");

        var all = await _journal.AllAsync();
        Assert.Equal("move", all[^1].Command.Value);
        Assert.Equal(all.Count, outcomes.Count(static won => won));
    }
}

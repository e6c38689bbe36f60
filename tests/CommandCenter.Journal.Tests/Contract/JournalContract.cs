using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Journal.Tests.Contract;

/// <summary>What every journal must do; each kind of journal runs all of it.</summary>
public abstract partial class JournalContract : IAsyncLifetime
{
    protected static readonly OperationId Operation = new("demo");

    private IJournalStore _store = null!;
    private IJournal _journal = null!;

    public async Task InitializeAsync()
    {
        await PrepareAsync();
        await OpenAsync();
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    /// <summary>Empties the place, where it is shared.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>A store over the same place each time it is asked for.</summary>
    protected abstract IJournalStore Create();

    /// <summary>Closes everything and opens it again, as a restart does.</summary>
    protected virtual async Task ReopenAsync()
    {
        await _store.DisposeAsync();
        await OpenAsync();
    }

    private async Task OpenAsync()
    {
        _store = Create();
        _journal = await _store.OpenAsync(Operation, CancellationToken.None);
    }

    [Fact]
    public async Task Append_ToSeveralGrains_NumbersEntriesWithoutGaps()
    {
        await _journal.AppendAsync(Appends.Notes("c1", 0, "k1", 2));
        await _journal.AppendAsync(Appends.Note("c2", 0, "k2"));
        await _journal.AppendAsync(Appends.Note("c1", 2, "k3"));

        var all = await _journal.AllAsync();

        Assert.Equal([1, 2, 3, 4], all.Select(static e => e.Sequence));
        Assert.Equal(["case/c1 1", "case/c1 2", "case/c2 1", "case/c1 3"], all.Select(static e => $"{e.Grain} {e.Version}"));
        Assert.Equal([0, 1, 0, 0], all.Select(static e => e.Ordinal));
        Assert.Equal(4, _journal.LastSequence);
    }

    [Fact]
    public async Task Append_WithEveryField_KeepsThemExactly()
    {
        await _journal.AppendAsync(Appends.Note("c1", 0, "k1"));
        var append = Appends.Note("c1", 1, "k2", "张三：\"第一套\"\n😀 a\u0001b") with
        {
            Causation = 1, Actor = Actor.Policy("Something"), At = Appends.At.AddTicks(7), RecordedAt = Appends.RecordedAt.AddTicks(-1),
        };

        var answer = await _journal.AppendAsync(append);
        await ReopenAsync();
        var entry = Assert.Single(await _journal.AllAsync(after: 1));

        Assert.Equal(Reading.Stored(answer.Entries.Single()), Reading.Stored(entry));
        Assert.Equal(append.Events.Single(), entry.Event);
        Assert.Equal((append.Causation, append.Actor, append.At, append.RecordedAt), (entry.Causation, entry.Actor, entry.At, entry.RecordedAt));
        Assert.Equal((append.At.Offset, append.RecordedAt.Offset), (entry.At.Offset, entry.RecordedAt.Offset));
    }

    [Fact]
    public async Task Append_LargePayload_ComesBackWhole()
    {
        var text = string.Concat(Enumerable.Repeat("安置房源公示😀", 500_000));

        await _journal.AppendAsync(Appends.Note("c1", 0, "k1", text));
        await ReopenAsync();

        Assert.Equal(text, ((CaseNoted)(await _journal.AllAsync()).Single().Event).Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Append_OnAnotherVersion_ConflictsAndWritesNothing(long expected)
    {
        await _journal.AppendAsync(Appends.Notes("c1", 0, "k1", 2));

        await Assert.ThrowsAsync<JournalConflictException>(async () => await _journal.AppendAsync(Appends.Notes("c1", expected, "k2", 3)));
        await Assert.ThrowsAsync<JournalConflictException>(async () => await _journal.AppendAsync(Appends.Refused("c1", expected, "k3")));

        Assert.Equal(2, _journal.LastSequence);
        Assert.False((await _journal.AppendAsync(Appends.Notes("c1", 2, "k2", 3))).Repeated);
        Assert.False((await _journal.AppendAsync(Appends.Refused("c1", 5, "k3"))).Repeated);
    }

    [Fact]
    public async Task ReadGrain_AmongOthers_GivesItsEntriesAlone()
    {
        for (var i = 0; i < 600; i++) await _journal.AppendAsync(Appends.Notes("c1", i * 2, $"a{i}", 2));
        await _journal.AppendAsync(Appends.Note("c2", 0, "b1"));

        Assert.Equal(Enumerable.Range(1, 1200).Select(static i => (long)i), (await _journal.GrainAsync(new("case", "c1"))).Select(static e => e.Version));
        Assert.Equal([1199, 1200], (await _journal.GrainAsync(new("case", "c1"), after: 1198)).Select(static e => e.Version));
        Assert.Equal(1201, Assert.Single(await _journal.GrainAsync(new("case", "c2"))).Sequence);
        Assert.Empty(await _journal.GrainAsync(new("case", "c3")));
    }

    [Fact]
    public async Task Read_FromTheMiddleAndBeyondTheEnd_GivesWhatComesAfter()
    {
        for (var i = 0; i < 5; i++) await _journal.AppendAsync(Appends.Note("c1", i, $"k{i}"));

        Assert.Equal([4, 5], (await _journal.AllAsync(after: 3)).Select(static e => e.Sequence));
        Assert.Empty(await _journal.AllAsync(after: 5));
        Assert.Empty(await _journal.AllAsync(after: 99));
    }

    [Fact]
    public async Task Cursor_PerReader_IsKept()
    {
        Assert.Equal(0, await _journal.ReadCursorAsync("policies", CancellationToken.None));
        await _journal.SaveCursorAsync("policies", 7, CancellationToken.None);
        await _journal.SaveCursorAsync("policies", 9, CancellationToken.None);
        await _journal.SaveCursorAsync("other", 1, CancellationToken.None);

        await ReopenAsync();

        Assert.Equal(9, await _journal.ReadCursorAsync("policies", CancellationToken.None));
        Assert.Equal(1, await _journal.ReadCursorAsync("other", CancellationToken.None));
    }

    [Fact]
    public async Task Append_Senseless_ThrowsAndWritesNothing()
    {
        var good = Appends.Note("c1", 0, "k1");
        Append[] senseless =
        [
            good with { Rejection = Appends.Refusal },
            good with { Events = default },
            good with { Events = [new MeetingHeldUnset()] },
            good with { Events = [new CaseNoted(new("c1"), null!)] },
            good with { Command = new("has space") },
            good with { Command = default },
            good with { Grain = new("case", "Ä") },
            good with { Actor = default },
            good with { ExpectedVersion = -1 },
            good with { Causation = 0 },
            good with { FrameKnown = -1 },
            Appends.Refused("c1", 0, "k1") with { MovesFrame = true },
        ];

        foreach (var append in senseless)
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await _journal.AppendAsync(append));

        Assert.Equal(0, _journal.LastSequence);
    }

    [Fact]
    public async Task Store_OpenedTwice_GivesTheSameJournalAndListsIt()
    {
        var other = await _store.OpenAsync(new("another"), CancellationToken.None);
        await other.AppendAsync(Appends.Note("c1", 0, "k1"));

        Assert.Same(_journal, await _store.OpenAsync(Operation, CancellationToken.None));
        Assert.Equal(["another", "demo"], (await _store.ListAsync(CancellationToken.None)).Select(static id => id.Value));
        Assert.Equal(0, _journal.LastSequence);
        await Assert.ThrowsAsync<ArgumentException>(async () => await _store.OpenAsync(new("../demo"), CancellationToken.None));
    }

    [Fact]
    public async Task Store_JournalDisposed_OpensItAgain()
    {
        await _journal.AppendAsync(Appends.Note("c1", 0, "k1"));
        await _journal.DisposeAsync();

        var again = await _store.OpenAsync(Operation, CancellationToken.None);

        Assert.Equal(1, again.LastSequence);
        Assert.Equal(2, (await again.AppendAsync(Appends.Note("c1", 1, "k2"))).Entries.Single().Sequence);
    }

    /// <summary>Not an event of the domain.</summary>
    private sealed record MeetingHeldUnset : Domain.IEvent;
}

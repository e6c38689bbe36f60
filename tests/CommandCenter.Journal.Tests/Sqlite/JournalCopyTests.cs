using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Journal.Verification;
using CommandCenter.TestKit;

namespace CommandCenter.Journal.Tests.Sqlite;

public sealed class JournalCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["demo.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Copy_BehindARunningJournal_HasTheSameEntriesAndChain()
    {
        await using var source = new MemoryJournal(new("demo"), EventRegistry.Default);
        await using var copy = JournalCopy.Start(source, Path, EventRegistry.Default);
        for (var i = 0; i < 5_000; i++) await source.AppendAsync(Appends.Notes($"c{i % 100}", i / 100 * 2, $"k{i}", 2));

        var checkpoint = await copy.CompleteAsync().Expected("the copy");

        Assert.Equal(await Chain.ComputeAsync(source, CancellationToken.None), checkpoint);
        Assert.Equal(new ChainVerdict(checkpoint, null), Verify());
        await using var journal = new SqliteJournal(Path, new("demo"), EventRegistry.Default);
        Assert.Equal(Reading.Stored(await source.AllAsync()), Reading.Stored(await journal.AllAsync()));
        Assert.True((await journal.AppendAsync(Appends.Note("c0", 0, "k0"))).Repeated);
        Assert.Equal(10_001, (await journal.AppendAsync(Appends.Note("c0", 100, "new"))).Entries.Single().Sequence);
    }

    [Fact]
    public async Task Copy_DisposedBeforeItsEnd_LeavesAWholeBeginning()
    {
        await using var source = new MemoryJournal(new("demo"), EventRegistry.Default);
        for (var i = 0; i < 10; i++) await source.AppendAsync(Appends.Note("c1", i, $"k{i}"));

        await using (JournalCopy.Start(source, Path, EventRegistry.Default))
        {
        }

        Assert.Null(Verify().Fault);
    }

    [Fact]
    public async Task Write_TheRestOfWhatIsThere_Continues()
    {
        await using var source = new MemoryJournal(new("demo"), EventRegistry.Default);
        for (var i = 0; i < 10; i++) await source.AppendAsync(Appends.Note("c1", i, $"k{i}"));
        var entries = await source.AllAsync();

        JournalCopy.Write(entries.Take(4), Path, source.Operation, EventRegistry.Default);
        var checkpoint = JournalCopy.Write(entries, Path, source.Operation, EventRegistry.Default);

        Assert.Equal(await Chain.ComputeAsync(source, CancellationToken.None), checkpoint);
        Assert.Equal(checkpoint, Verify().Checkpoint);
    }

    [Fact]
    public async Task Write_EntriesWithAGap_IsRefusedAndKeepsWhatWasWhole()
    {
        await using var source = new MemoryJournal(new("demo"), EventRegistry.Default);
        for (var i = 0; i < 5; i++) await source.AppendAsync(Appends.Note("c1", i, $"k{i}"));
        var entries = await source.AllAsync();
        JournalCopy.Write(entries.Take(2), Path, source.Operation, EventRegistry.Default);

        Assert.Equal(4, Assert.Throws<JournalCorruptException>(() => JournalCopy.Write(entries.Where(static e => e.Sequence != 3), Path, source.Operation, EventRegistry.Default)).Sequence);

        Assert.Equal(2, Verify().Checkpoint.Sequence);
    }

    [Fact]
    public async Task Copy_ToAPlaceThatCannotBeWritten_SaysSoAtTheEnd()
    {
        await using var source = new MemoryJournal(new("demo"), EventRegistry.Default);
        Directory.CreateDirectory(Path);
        await using var copy = JournalCopy.Start(source, Path, EventRegistry.Default);

        await Assert.ThrowsAsync<JournalUnavailableException>(() => copy.CompleteAsync().Expected("the fault"));
    }

    private ChainVerdict Verify() => new ChainVerifier(EventRegistry.Default).Verify(Path, null, CancellationToken.None);
}

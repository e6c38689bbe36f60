using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;

namespace CommandCenter.Journal.Tests.Contract;

public sealed class MemoryJournalTests : JournalContract
{
    private IJournalStore? _kept;

    protected override IJournalStore Create() => _kept ??= new MemoryJournalStore(EventRegistry.Default);

    [Fact]
    public async Task AppendAndRead_InOneThread_CompleteBeforeTheyReturn()
    {
        await using var journal = new MemoryJournal(Operation, EventRegistry.Default);
        for (var i = 0; i < 3; i++) Assert.True(journal.AppendAsync(Appends.Note("c1", i, $"k{i}")).AsTask().IsCompletedSuccessfully);

        var entries = journal.AllAsync();
        var ofGrain = journal.GrainAsync(new("case", "c1"));

        Assert.True(entries.IsCompletedSuccessfully);
        Assert.True(ofGrain.IsCompletedSuccessfully);
        Assert.Equal(3, (await entries).Count);
    }
}

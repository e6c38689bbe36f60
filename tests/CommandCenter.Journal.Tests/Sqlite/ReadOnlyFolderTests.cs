using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Journal.Verification;
using CommandCenter.TestKit;

namespace CommandCenter.Journal.Tests.Sqlite;

/// <summary>A data folder that cannot be written: a clear message, and the same store works once it can be.</summary>
public sealed class ReadOnlyFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_FolderThatIsAFile_IsUnavailableUntilItIsNot()
    {
        var data = _folder["data"];
        await File.WriteAllTextAsync(data, "in the way");
        await using var store = new SqliteJournalStore(data, EventRegistry.Default);

        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(async () => await store.OpenAsync(new("demo"), CancellationToken.None));
        Assert.Contains(data, fault.Message, StringComparison.Ordinal);

        File.Delete(data);
        var journal = await store.OpenAsync(new("demo"), CancellationToken.None);
        Assert.Single((await journal.AppendAsync(Appends.Note("c1", 0, "k1"))).Entries);
    }

    [Fact]
    public async Task Open_JournalThatIsAFolder_IsUnavailable()
    {
        Directory.CreateDirectory(OperationFiles.PathOf(_folder.Path, new("demo")));
        await using var store = new SqliteJournalStore(_folder.Path, EventRegistry.Default);

        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await store.OpenAsync(new("demo"), CancellationToken.None));
    }

    /// <summary>Where mounting is not allowed, file and folder are made read-only; that stops everyone but root, who may mount.</summary>
    [Fact]
    public async Task Open_ReadOnlyFile_IsUnavailableUntilItIsWritable()
    {
        using var disk = SmallDisk.TryMount(4_000_000);
        var data = disk?.Path ?? _folder.Path;
        await using (var before = new SqliteJournalStore(data, EventRegistry.Default))
            await (await before.OpenAsync(new("demo"), CancellationToken.None)).AppendAsync(Appends.Note("c1", 0, "k1"));
        await using var store = new SqliteJournalStore(data, EventRegistry.Default);
        var path = OperationFiles.PathOf(data, new("demo"));

        MakeReadOnly(disk, path);
        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(async () => await store.OpenAsync(new("demo"), CancellationToken.None));
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, new ChainVerifier(EventRegistry.Default).Verify(path, null, CancellationToken.None).Checkpoint.Sequence);

        MakeWritable(disk, path);
        var journal = await store.OpenAsync(new("demo"), CancellationToken.None);
        Assert.Equal(2, (await journal.AppendAsync(Appends.Note("c1", 1, "k2"))).Entries.Single().Sequence);
        await store.DisposeAsync();
    }

    private static void MakeReadOnly(SmallDisk? disk, string path)
    {
        disk?.MakeReadOnly();
        if (disk is not null) return;
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        File.SetUnixFileMode(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private static void MakeWritable(SmallDisk? disk, string path)
    {
        disk?.MakeWritable();
        if (disk is not null) return;
        const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(Path.GetDirectoryName(path)!, ReadWrite | UnixFileMode.UserExecute);
        File.SetUnixFileMode(path, ReadWrite);
    }
}

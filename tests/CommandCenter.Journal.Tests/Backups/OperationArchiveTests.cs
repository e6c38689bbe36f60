using System.IO.Compression;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Backups;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Journal.Verification;
using CommandCenter.TestKit;

namespace CommandCenter.Journal.Tests.Backups;

public sealed class OperationArchiveTests : IDisposable
{
    private static readonly OperationId Demo = new("demo");
    private static readonly OperationId Other = new("other");

    private readonly TemporaryFolder _folder = new();
    private readonly OperationArchive _archive = new(EventRegistry.Default, new ManualClock());

    private string Data => _folder["data"];

    private string Archive => _folder["backup.zip"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task PackAndRestore_OfAllOperations_BringsBackEveryEntryAndAnswer()
    {
        await AppendAsync(Data, Demo, 0, 20);
        await AppendAsync(Data, Other, 0, 3);
        var packed = Pack();

        var restored = Restore(_folder["elsewhere"]);

        Assert.Equal(["demo 20", "other 3"], restored.Operations.Select(static o => $"{o.Operation} {o.Sequence}"));
        Assert.Equal(packed.Operations.AsEnumerable(), restored.Operations);
        await using var store = new SqliteJournalStore(_folder["elsewhere"], EventRegistry.Default);
        var journal = await store.OpenAsync(Demo, CancellationToken.None);
        Assert.Equal(20, (await journal.AllAsync()).Count);
        Assert.Equal(Appends.Refusal, (await journal.AppendAsync(Appends.Note("c1", 20, "refused"))).Rejection);
        Assert.Equal(21, (await journal.AppendAsync(Appends.Note("c1", 20, "new"))).Entries.Single().Sequence);
    }

    [Theory]
    [InlineData("photos", ".jpg")]
    [InlineData("voices", ".webm")]
    [InlineData("voices", ".ogg")]
    [InlineData("voices", ".m4a")]
    public async Task PackAndRestore_WithAttachments_BringsThemBack(string folder, string ending)
    {
        await AppendAsync(Data, Demo, 0, 1);
        var name = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("an attachment"u8)) + ending;
        Keep("an attachment"u8, folder, name);
        Pack();

        Restore(_folder["elsewhere"]);

        Assert.Equal("an attachment", File.ReadAllText(Path.Combine(_folder["elsewhere"], folder, "demo", name)));
    }

    [Theory]
    [InlineData("photos", ".jpg")]
    [InlineData("voices", ".webm")]
    public async Task Restore_AttachmentThatIsNotWhatItsNameSays_IsRefused(string folder, string ending)
    {
        await AppendAsync(Data, Demo, 0, 1);
        Keep("something else"u8, folder, new string('0', 64) + ending);
        Pack();

        Assert.Throws<RestoreRefusedException>(() => Restore(_folder["elsewhere"]));
        Assert.False(Directory.Exists(Path.Combine(_folder["elsewhere"], folder)));
    }

    private void Keep(ReadOnlySpan<byte> bytes, string folder, string name) =>
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(Data, folder, "demo")).FullName, name), bytes);

    [Fact]
    public async Task Pack_WhileTheJournalIsWritten_IsAWholeBeginningOfIt()
    {
        await using var store = new SqliteJournalStore(Data, EventRegistry.Default);
        var journal = await store.OpenAsync(Demo, CancellationToken.None);
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++) await journal.AppendAsync(Appends.Note($"c{i}", 0, $"k{i}"));
        });
        await journal.FollowedAsync(50);

        var packed = Pack();
        await enough.CancelAsync();
        await writing.Expected("the writer to stop");

        var operation = Assert.Single(packed.Operations);
        Assert.InRange(operation.Sequence, 50, journal.LastSequence);
        Assert.Equal(packed.Operations.AsEnumerable(), Restore(_folder["elsewhere"]).Operations);
    }

    [Fact]
    public async Task Restore_OverAnEarlierState_ReplacesIt()
    {
        await AppendAsync(Data, Demo, 0, 20);
        Pack();
        await AppendAsync(_folder["older"], Demo, 0, 5);

        Restore(_folder["older"]);

        Assert.Equal(20, Verify(_folder["older"]).Checkpoint.Sequence);
    }

    [Fact]
    public async Task Restore_OverTheSameState_KeepsIt()
    {
        await AppendAsync(Data, Demo, 0, 5);
        Pack();
        var written = File.GetLastWriteTimeUtc(OperationFiles.PathOf(Data, Demo));

        Restore(Data);

        Assert.Equal(written, File.GetLastWriteTimeUtc(OperationFiles.PathOf(Data, Demo)));
    }

    [Fact]
    public async Task Restore_OverNewerEntries_IsRefusedAndChangesNothing()
    {
        await AppendAsync(Data, Demo, 0, 5);
        await AppendAsync(Data, Other, 0, 5);
        Pack();
        await AppendAsync(Data, Other, 5, 6);
        File.Delete(OperationFiles.PathOf(Data, Demo));

        var refusal = Assert.Throws<RestoreRefusedException>(() => Restore(Data));

        Assert.Contains("other", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([Other], OperationFiles.List(Data).AsEnumerable());
        Assert.Equal(6, Verify(Data, Other).Checkpoint.Sequence);
    }

    [Fact]
    public async Task Restore_OverAnotherHistory_IsRefused()
    {
        await AppendAsync(Data, Demo, 0, 5);
        Pack();
        await AppendAsync(_folder["another"], Demo, 0, 3, "another text");

        Assert.Throws<RestoreRefusedException>(() => Restore(_folder["another"]));

        Assert.Equal(3, Verify(_folder["another"]).Checkpoint.Sequence);
    }

    [Fact]
    public async Task Restore_WhileTheJournalIsOpen_IsRefused()
    {
        await AppendAsync(Data, Demo, 0, 5);
        Pack();
        var older = _folder["older"];
        await using var store = new SqliteJournalStore(older, EventRegistry.Default);
        var journal = await store.OpenAsync(Demo, CancellationToken.None);

        var refusal = Assert.Throws<RestoreRefusedException>(() => Restore(older));

        Assert.Contains("stop the server", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await journal.AppendAsync(Appends.Note("c1", 0, "k0"))).Entries.Single().Sequence);
    }

    [Theory]
    [InlineData("manifest.json", "{}")]
    [InlineData("manifest.json", """{"format":2,"createdAt":"2026-01-01T00:00:00+00:00","operations":[]}""")]
    [InlineData("manifest.json", """{"format":1,"createdAt":"2026-01-01T00:00:00+00:00","operations":[{"operation":"demo","sequence":4,"chain":"00"}]}""")]
    [InlineData("manifest.json", """{"format":1,"createdAt":"2026-01-01T00:00:00+00:00","operations":[{"operation":"../demo","sequence":4,"chain":"00"}]}""")]
    [InlineData("manifest.json", """{"format":1,"createdAt":"2026-01-01T00:00:00+00:00","operations":[{"operation":"gone","sequence":4,"chain":"00"}]}""")]
    [InlineData("operations/demo.db", "not a journal")]
    public async Task Restore_ArchiveThatWasTamperedWith_IsRefused(string entry, string content)
    {
        await AppendAsync(Data, Demo, 0, 5);
        Pack();
        using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Update))
        {
            zip.GetEntry(entry)!.Delete();
            await using var target = new StreamWriter(await zip.CreateEntry(entry).OpenAsync());
            await target.WriteAsync(content);
        }

        Assert.Throws<RestoreRefusedException>(() => Restore(_folder["elsewhere"]));

        Assert.Empty(Directory.GetFileSystemEntries(OperationFiles.FolderOf(_folder["elsewhere"])));
    }

    [Fact]
    public void Restore_FileThatIsNoArchive_IsRefused()
    {
        File.WriteAllText(Archive, "no zip");

        Assert.Throws<RestoreRefusedException>(() => Restore(Data));
    }

    [Fact]
    public async Task Pack_DamagedJournal_IsRefusedAndLeavesTheLastArchive()
    {
        await AppendAsync(Data, Demo, 0, 5);
        var packed = Pack();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={OperationFiles.PathOf(Data, Demo)};Pooling=False"))
        {
            connection.Open();
            JournalFile.Execute(connection, "UPDATE entries SET actor = 'x' WHERE sequence = 3");
        }

        Assert.Equal(3, Assert.Throws<JournalCorruptException>(Pack).Sequence);

        Assert.Equal(packed.Operations.AsEnumerable(), Restore(_folder["elsewhere"]).Operations);
        Assert.Equal(["backup.zip", "data", "elsewhere"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static async Task AppendAsync(string data, OperationId operation, int from, int to, string text = "已核对")
    {
        await using var store = new SqliteJournalStore(data, EventRegistry.Default);
        var journal = await store.OpenAsync(operation, CancellationToken.None);
        for (var i = from; i < to; i++) await journal.AppendAsync(Appends.Note("c1", i, $"k{i}", text));
        await journal.AppendAsync(Appends.Refused("c1", to, "refused"));
    }

    private static ChainVerdict Verify(string data, OperationId? operation = null) =>
        new ChainVerifier(EventRegistry.Default).Verify(OperationFiles.PathOf(data, operation ?? Demo), null, CancellationToken.None);

    private ArchiveManifest Pack() => _archive.Pack(Data, Archive, null, CancellationToken.None);

    private ArchiveManifest Restore(string data) => _archive.Restore(Archive, data, null, CancellationToken.None);
}

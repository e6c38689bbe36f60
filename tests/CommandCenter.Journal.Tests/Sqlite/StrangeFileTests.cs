using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using CommandCenter.TestKit;
using Microsoft.Data.Sqlite;

namespace CommandCenter.Journal.Tests.Sqlite;

/// <summary>A journal opens only what is a whole journal of its operation, and says what is wrong otherwise.</summary>
public sealed class StrangeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["demo.db"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("DELETE FROM entries WHERE sequence = 3", 3)]
    [InlineData("UPDATE entries SET hash = zeroblob(32) WHERE sequence = 3", 4)]
    [InlineData("UPDATE entries SET hash = x'00' WHERE sequence = 3", 3)]
    [InlineData("UPDATE entries SET grain = 'nowhere' WHERE sequence = 2", 2)]
    [InlineData("DELETE FROM head", 3)]
    [InlineData("UPDATE head SET sequence = 2", 3)]
    [InlineData("UPDATE meta SET value = '99' WHERE key = 'schema'", 0)]
    [InlineData("UPDATE meta SET value = 'other' WHERE key = 'operation'", 0)]
    [InlineData("DROP TABLE meta", 0)]
    public async Task Open_FileThatDoesNotFit_IsCorrupt(string sql, long sequence)
    {
        await FillAsync();
        using (var connection = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            connection.Open();
            JournalFile.Execute(connection, sql);
        }

        Assert.Equal(sequence, Assert.Throws<JournalCorruptException>(Open).Sequence);
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_IsCorrupt()
    {
        File.WriteAllText(Path, string.Concat(Enumerable.Repeat("not a database ", 1000)));

        Assert.Contains(Path, Assert.Throws<JournalCorruptException>(Open).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM entries WHERE sequence = 2", 2)]
    [InlineData("UPDATE entries SET payload = '{' WHERE sequence = 2", 2)]
    [InlineData("UPDATE entries SET type = 'no.such.v1' WHERE sequence = 2", 2)]
    [InlineData("UPDATE entries SET at = 'noon' WHERE sequence = 2", 2)]
    public async Task Read_EntryThatCannotBe_GivesOutWhatComesBeforeAndNamesIt(string sql, long sequence)
    {
        await FillAsync();
        using (var connection = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            connection.Open();
            JournalFile.Execute(connection, sql);
        }

        var read = new List<long>();
        var fault = await Assert.ThrowsAsync<JournalCorruptException>(async () =>
        {
            await using var journal = Open();
            await foreach (var entry in journal.ReadAsync(0, CancellationToken.None)) read.Add(entry.Sequence);
        });

        Assert.Equal(sequence, fault.Sequence);
        Assert.Equal([1L], read);
    }

    [Fact]
    public async Task Append_FileReplacedByAnOlderOne_StopsInsteadOfStartingAgain()
    {
        var path = _folder["replaced.db"];
        var opened = 0;
        await using var journal = new SqliteJournal(
            path, new("demo"), EventRegistry.Default, () => JournalFile.OpenToWrite(opened++ == 0 ? path : _folder["empty.db"], new("demo")));
        await journal.AppendAsync(Appends.Note("c1", 0, "k1"));
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            JournalFile.Execute(connection, "CREATE TRIGGER fail BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'as planned'); END");
        }

        await Assert.ThrowsAsync<JournalConflictException>(async () => await journal.AppendAsync(Appends.Note("c1", 1, "k2")));

        Assert.Equal(1, (await Assert.ThrowsAsync<JournalCorruptException>(async () => await journal.AppendAsync(Appends.Note("c1", 1, "k2")))).Sequence);
    }

    private SqliteJournal Open() => new(Path, new("demo"), EventRegistry.Default);

    private async Task FillAsync()
    {
        await using var journal = Open();
        for (var i = 0; i < 3; i++) await journal.AppendAsync(Appends.Note("c1", i, $"k{i}"));
    }
}

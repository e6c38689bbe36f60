using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Journal.Verification;
using CommandCenter.TestKit;
using Microsoft.Data.Sqlite;

namespace CommandCenter.Journal.Tests.Sqlite;

/// <summary>Two journals on one file, as two processes would have them.</summary>
public sealed class SecondWriterTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SqliteJournal _first = null!;
    private SqliteJournal _second = null!;

    private string Path => _folder["demo.db"];

    public Task InitializeAsync()
    {
        _first = new(Path, new("demo"), EventRegistry.Default);
        _second = new(Path, new("demo"), EventRegistry.Default);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Append_AfterAnotherWriterMovedTheGrain_ConflictsAndThenContinues()
    {
        await _first.AppendAsync(Appends.Note("c1", 0, "k1"));

        await Assert.ThrowsAsync<JournalConflictException>(async () => await _second.AppendAsync(Appends.Note("c1", 0, "k2")));

        Assert.Equal("k1", Assert.Single(await _second.GrainAsync(new("case", "c1"))).Command.Value);
        Assert.Equal(2, (await _second.AppendAsync(Appends.Note("c1", 1, "k2"))).Entries.Single().Sequence);
        Assert.Equal(3, (await _first.AppendAsync(Appends.Note("c2", 0, "k3"))).Entries.Single().Sequence);
    }

    [Fact]
    public async Task Append_DecidedBeforeAnotherWriterMovedTheFrame_ConflictsAndThenContinues()
    {
        await _first.AppendAsync(Appends.Note("self", 0, "k1") with { MovesFrame = true });

        var conflict = await Assert.ThrowsAsync<JournalConflictException>(async () => await _second.AppendAsync(Appends.Note("c1", 0, "k2") with { FrameKnown = 0 }));

        Assert.Equal(1, conflict.Frame);
        Assert.Equal(1, _second.LastSequence);
        Assert.Equal(2, (await _second.AppendAsync(Appends.Note("c1", 0, "k2") with { FrameKnown = 1 })).Entries.Single().Sequence);
    }

    [Fact]
    public async Task Append_AnsweredByAnotherWriter_GivesThatAnswer()
    {
        await _first.AppendAsync(Appends.Note("c1", 0, "k1"));
        await _first.AppendAsync(Appends.Refused("c1", 1, "k2"));

        var written = await _second.AppendAsync(Appends.Refused("c1", 0, "k1"));
        var refused = await _second.AppendAsync(Appends.Note("c1", 1, "k2"));

        Assert.Equal((true, 1L), (written.Repeated, written.Entries.Single().Sequence));
        Assert.Equal((true, Appends.Refusal), (refused.Repeated, refused.Rejection));
    }

    [Fact]
    public async Task Append_ByBothAtOnce_WritesEachOnceAndKeepsTheChain()
    {
        const int Each = 200;
        await Task.WhenAll(WriteAsync(_first), WriteAsync(_second)).Expected("both writers");

        var all = await _first.AllAsync();
        Assert.Equal(Each, all.Select(static e => e.Command).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, Each).Select(static i => (long)i), all.Select(static e => e.Sequence));
        Assert.True(new ChainVerifier(EventRegistry.Default).Verify(Path, null, CancellationToken.None).IsWhole);

        static Task WriteAsync(SqliteJournal journal) => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++) await journal.AppendAsync(Appends.Note($"c{i}", 0, $"k{i}"));
        });
    }

    [Theory]
    [InlineData("sequence = 1, version = 9, command = 'new'")]
    [InlineData("sequence = 9, version = 1, command = 'new'")]
    [InlineData("sequence = 9, version = 9, command = 'k1'")]
    public async Task Insert_OfATakenSequenceVersionOrCommand_IsRefusedByTheFileItself(string copy)
    {
        await _first.AppendAsync(Appends.Note("c1", 0, "k1"));
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        JournalFile.Execute(connection, $"CREATE TEMP TABLE copy AS SELECT * FROM entries; UPDATE copy SET {copy}");

        var fault = Assert.Throws<SqliteException>(() => JournalFile.Execute(connection, "INSERT INTO main.entries SELECT * FROM copy"));

        Assert.Equal(SQLitePCL.raw.SQLITE_CONSTRAINT, fault.SqliteErrorCode);
    }

    [Fact]
    public async Task Append_WhileAnotherHoldsTheFile_WaitsForIt()
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        JournalFile.Execute(connection, "BEGIN IMMEDIATE");
        var append = _first.AppendAsync(Appends.Note("c1", 0, "k1")).AsTask();

        JournalFile.Execute(connection, "COMMIT");

        Assert.Single((await append.Expected("the append to go on")).Entries);
    }
}

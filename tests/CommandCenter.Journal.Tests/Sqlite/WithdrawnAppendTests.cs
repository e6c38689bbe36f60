using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using CommandCenter.TestKit;
using Microsoft.Data.Sqlite;

namespace CommandCenter.Journal.Tests.Sqlite;

/// <summary>The writer is held at the moment when it opens its file again, with one append taken and others waiting.</summary>
public sealed class WithdrawnAppendTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Gate _gate = new("the file is opened again");
    private SqliteJournal _journal = null!;
    private bool _opened;

    private string Path => _folder["demo.db"];

    public async Task InitializeAsync()
    {
        _journal = new(Path, new("demo"), EventRegistry.Default, Open);
        Execute("CREATE TRIGGER fail BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'as planned'); END");
        await Assert.ThrowsAsync<JournalConflictException>(async () => await _journal.AppendAsync(Appends.Note("c1", 0, "k1")));
        Execute("DROP TRIGGER fail");
    }

    public async Task DisposeAsync()
    {
        await _journal.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Cancel_WhileWaiting_WithdrawsTheAppend()
    {
        using var cancel = new CancellationTokenSource();
        var taken = _journal.AppendAsync(Appends.Note("c1", 0, "k1")).AsTask();
        await _gate.ArrivalsAsync();
        var waiting = _journal.AppendAsync(Appends.Note("c2", 0, "k2"), cancel.Token).AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.Expected("the withdrawal"));
        _gate.Open();
        await taken.Expected("the append that was taken");
        Assert.False((await _journal.AppendAsync(Appends.Note("c2", 0, "k2"))).Repeated);
    }

    [Fact]
    public async Task Cancel_OnceTaken_ReportsTheOutcome()
    {
        using var cancel = new CancellationTokenSource();
        var taken = _journal.AppendAsync(Appends.Note("c1", 0, "k1"), cancel.Token).AsTask();
        await _gate.ArrivalsAsync();

        await cancel.CancelAsync();
        _gate.Open();

        Assert.Equal(1, (await taken.Expected("the outcome")).Entries.Single().Sequence);
    }

    [Fact]
    public async Task Close_WithAppendsWaiting_WritesThemFirst()
    {
        var taken = _journal.AppendAsync(Appends.Note("c1", 0, "k1")).AsTask();
        await _gate.ArrivalsAsync();
        var waiting = _journal.AppendAsync(Appends.Note("c2", 0, "k2")).AsTask();

        var closing = _journal.DisposeAsync().AsTask();
        Assert.Throws<ObjectDisposedException>(() => { _ = _journal.AppendAsync(Appends.Note("c3", 0, "k3")).AsTask(); });
        _gate.Open();

        await closing.Expected("the journal to close");
        Assert.Equal([1L, 2L], new[] { await taken, await waiting }.Select(static a => a.Entries.Single().Sequence));
    }

    private SqliteConnection Open()
    {
        if (_opened) _gate.PassAsync().GetAwaiter().GetResult();
        _opened = true;
        return JournalFile.OpenToWrite(Path, new("demo"));
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        JournalFile.Execute(connection, sql);
    }
}

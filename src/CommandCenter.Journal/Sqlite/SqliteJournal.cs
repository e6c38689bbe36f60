using System.Runtime.CompilerServices;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using Microsoft.Data.Sqlite;

namespace CommandCenter.Journal.Sqlite;

/// <summary>
/// The journal of one operation in one SQLite file. An answered append survives <c>kill -9</c> and power loss. Callers
/// encode, one thread writes (<see cref="GroupWriter"/>), the newest entries are served from memory, older ones from the file.
/// </summary>
public sealed class SqliteJournal : IJournal
{
    /// <summary>Entries kept in memory for those who follow.</summary>
    private const int RecentCapacity = 8_192;

    private readonly RecentEntries _recent = new(RecentCapacity);
    private readonly Pulse _pulse = new();
    private readonly EventRegistry _registry;
    private readonly GroupWriter _writer;
    private readonly EntryReader _reader;

    /// <summary>Opens a journal, creating its file where there is none.</summary>
    /// <param name="path">The journal file.</param>
    /// <param name="operation">Whose journal.</param>
    /// <param name="registry">Gives names and payloads.</param>
    /// <exception cref="JournalUnavailableException">The file cannot be opened or created.</exception>
    /// <exception cref="JournalCorruptException">The file is not a whole journal of this operation.</exception>
    public SqliteJournal(string path, OperationId operation, EventRegistry registry)
        : this(path, operation, registry, () => JournalFile.OpenToWrite(path, operation))
    {
    }

    /// <summary>Opens a journal whose file is opened, now and after a fault, in a way of the caller's.</summary>
    internal SqliteJournal(string path, OperationId operation, EventRegistry registry, Func<SqliteConnection> open)
    {
        JournalRules.Check(operation);
        Operation = operation;
        _registry = registry;
        _writer = new(path, () => WriteSession.Over(open(), operation, registry), registry, _recent, _pulse);
        _reader = new(path, registry);
    }

    /// <inheritdoc/>
    public OperationId Operation { get; }

    /// <inheritdoc/>
    public long LastSequence => _recent.LastSequence;

    /// <summary>Whether it has been closed.</summary>
    internal bool IsClosed => _pulse.IsClosed;

    /// <inheritdoc/>
    public ValueTask<CommandAnswer> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        JournalRules.Check(append);
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<CommandAnswer>(cancellationToken);
        var rows = new byte[append.Events.Length][];
        for (var i = 0; i < rows.Length; i++) rows[i] = EntryEncoder.Mine.Encode(append, i, _registry, Chain.HashSize);
        var pending = new PendingAppend(append, rows);
        pending.WithdrawOn(cancellationToken);
        return new(_writer.Enqueue(pending));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadAsync(long after, CancellationToken cancellationToken) =>
        EnumerateAsync(after, follow: false, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadGrainAsync(
        GrainAddress grain, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        var until = LastSequence;
        while (_reader.ReadGrain(grain, afterVersion, until) is { Count: > 0 } page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var entry in page) yield return entry;
            afterVersion += page.Count;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> FollowAsync(long after, CancellationToken cancellationToken) =>
        EnumerateAsync(after, follow: true, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> ReadCursorAsync(string reader, CancellationToken cancellationToken) => new(_writer.ReadCursor(reader));

    /// <inheritdoc/>
    public ValueTask SaveCursorAsync(string reader, long sequence, CancellationToken cancellationToken)
    {
        _writer.SaveCursor(reader, sequence);
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes what is under way, ends those who follow, closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.CloseAsync();
        _pulse.Close();
        _reader.Dispose();
    }

    private async IAsyncEnumerable<JournalEntry> EnumerateAsync(
        long after, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        while (true)
        {
            var more = follow ? _pulse.Next() : Task.CompletedTask;
            for (var until = LastSequence; after < until;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_recent.Find(after + 1) is { } entry)
                {
                    after++;
                    yield return entry;
                    continue;
                }

                foreach (var older in _reader.Read(after, until))
                {
                    after = older.Sequence;
                    yield return older;
                }
            }

            if (!follow || _pulse.IsClosed) yield break;
            await more.WaitAsync(cancellationToken);
        }
    }
}

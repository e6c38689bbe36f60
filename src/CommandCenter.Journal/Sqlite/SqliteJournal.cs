using System.Runtime.CompilerServices;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;

namespace CommandCenter.Journal.Sqlite;

/// <summary>
/// The journal of one operation in one SQLite file. An answered append survives <c>kill -9</c> and power loss. Callers
/// encode, one thread writes (<see cref="GroupWriter"/>), the newest entries are served from memory, older ones from the file.
/// </summary>
public sealed class SqliteJournal : IJournal
{
    /// <summary>Entries kept in memory for those who follow.</summary>
    private const int RecentCapacity = 8_192;

    private readonly RecentEntries recent = new(RecentCapacity);
    private readonly Pulse pulse = new();
    private readonly EventRegistry registry;
    private readonly GroupWriter writer;
    private readonly EntryReader reader;

    /// <summary>Opens a journal, creating its file where there is none.</summary>
    /// <param name="path">The journal file.</param>
    /// <param name="operation">Whose journal.</param>
    /// <param name="registry">Gives names and payloads.</param>
    /// <exception cref="JournalUnavailableException">The file cannot be opened or created.</exception>
    /// <exception cref="JournalCorruptException">The file is not a whole journal of this operation.</exception>
    public SqliteJournal(string path, OperationId operation, EventRegistry registry)
    {
        JournalRules.Check(operation);
        Operation = operation;
        this.registry = registry;
        writer = new(path, operation, registry, recent, pulse);
        reader = new(path, registry);
    }

    /// <inheritdoc/>
    public OperationId Operation { get; }

    /// <inheritdoc/>
    public long LastSequence => recent.LastSequence;

    /// <summary>Whether it has been closed.</summary>
    internal bool IsClosed => pulse.IsClosed;

    /// <inheritdoc/>
    public ValueTask<CommandAnswer> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        JournalRules.Check(append);
        cancellationToken.ThrowIfCancellationRequested();
        var rows = new byte[append.Events.Length][];
        for (var i = 0; i < rows.Length; i++) rows[i] = EntryEncoder.Mine.Encode(append, i, registry, Chain.HashSize);
        var pending = new PendingAppend(append, rows);
        pending.WithdrawOn(cancellationToken);
        return new(writer.Enqueue(pending));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadAsync(long after, CancellationToken cancellationToken) =>
        EnumerateAsync(after, follow: false, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadGrainAsync(
        GrainAddress grain, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in ReadAsync(0, cancellationToken))
        {
            if (entry.Grain == grain && entry.Version > afterVersion)
            {
                yield return entry;
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> FollowAsync(long after, CancellationToken cancellationToken) =>
        EnumerateAsync(after, follow: true, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> ReadCursorAsync(string reader, CancellationToken cancellationToken) => new(writer.ReadCursor(reader));

    /// <inheritdoc/>
    public ValueTask SaveCursorAsync(string reader, long sequence, CancellationToken cancellationToken)
    {
        writer.SaveCursor(reader, sequence);
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes what is under way, ends those who follow, closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.CloseAsync();
        pulse.Close();
        reader.Dispose();
    }

    private async IAsyncEnumerable<JournalEntry> EnumerateAsync(
        long after, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        while (true)
        {
            var more = follow ? pulse.Next() : Task.CompletedTask;
            for (var until = LastSequence; after < until;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (recent.Find(after + 1) is { } entry)
                {
                    after++;
                    yield return entry;
                    continue;
                }

                foreach (var older in reader.Read(after, until))
                {
                    after = older.Sequence;
                    yield return older;
                }
            }

            if (!follow || pulse.IsClosed) yield break;
            await more.WaitAsync(cancellationToken);
        }
    }
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using Microsoft.Data.Sqlite;

namespace CommandCenter.Journal.Sqlite;

/// <summary>
/// A journal file held open to be written: its connection, its prepared statements, and what must be known to check the
/// next append. After any exception it is good for nothing but <see cref="Dispose"/>, which rolls back. One thread at a time.
/// </summary>
internal sealed class WriteSession : IDisposable
{
    private readonly OperationId _operation;
    private readonly SqliteConnection _connection;
    private readonly AnsweredCommands _answered;
    private readonly Dictionary<GrainAddress, long> _versions = [];
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _dataVersion;
    private readonly Statement _insert;
    private readonly Statement _updateHead;
    private readonly Statement _saveCursor;
    private Chain _chain;
    private long? _seen;
    private long _headStored;

    private WriteSession(SqliteConnection connection, OperationId operation, EventRegistry registry)
    {
        _connection = connection;
        _operation = operation;
        _chain = new(operation);
        _answered = new(connection, registry);
        _begin = new(connection, "BEGIN IMMEDIATE");
        _commit = new(connection, "COMMIT");
        _dataVersion = new(connection, "PRAGMA data_version");
        _insert = new(connection, EntryRow.Insert);
        _updateHead = new(connection, "UPDATE head SET sequence = ?, hash = ? WHERE id = 1");
        _saveCursor = new(connection, "INSERT INTO cursors VALUES (?, ?) ON CONFLICT (reader) DO UPDATE SET sequence = excluded.sequence");
    }

    /// <summary>The newest entry, written or about to be.</summary>
    public long Sequence => _chain.Sequence;

    /// <summary>Where the chain stands.</summary>
    public Checkpoint Checkpoint => _chain.Checkpoint;

    /// <summary>Opens a file, creating it where there is none.</summary>
    /// <exception cref="JournalCorruptException">The file is not a whole journal of this operation.</exception>
    public static WriteSession Open(string path, OperationId operation, EventRegistry registry) =>
        Over(JournalFile.OpenToWrite(path, operation), operation, registry);

    /// <summary>Writes over a connection, which it takes over.</summary>
    /// <inheritdoc cref="Open"/>
    public static WriteSession Over(SqliteConnection connection, OperationId operation, EventRegistry registry)
    {
        var session = new WriteSession(connection, operation, registry);
        try
        {
            session.Begin();
            session.Commit();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Begins a transaction, and with it holds off every other writer. If another process has written since the last one,
    /// what is known is learnt anew, so that the checks that follow are right.
    /// </summary>
    public void Begin()
    {
        _begin.Run();
        _dataVersion.Step();
        var now = _dataVersion.Int64(0);
        _dataVersion.Reset();
        if (_seen != now) Load();
        _seen = now;
    }

    /// <summary>The earlier answer to a command, or null when it is new.</summary>
    public CommandAnswer? FindAnswer(CommandId command) => _answered.Find(command);

    /// <summary>How many entries a grain has.</summary>
    public long VersionOf(GrainAddress grain) => _versions.GetValueOrDefault(grain);

    /// <summary>Writes what a command decided; the caller has checked command and version.</summary>
    /// <param name="append">What was decided.</param>
    /// <param name="rows">Its events, encoded with <see cref="Chain.HashSize"/> bytes of room.</param>
    /// <param name="names">Their stored names.</param>
    public CommandAnswer Write(Append append, byte[][] rows, EventRegistry names)
    {
        if (rows.Length == 0)
        {
            _answered.Write(append);
            return new(append.Grain, [], append.Rejection, Repeated: false);
        }

        var entries = new JournalEntry[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var raw = InsertRow(rows[i]);
            var payload = rows[i].AsMemory(Chain.HashSize + CanonicalBytes.PayloadOffset(raw), raw.Payload.Length);
            entries[i] = new(
                raw.Sequence, append.Grain, raw.Version, names.NameOf(append.Events[i]), payload, append.Events[i],
                append.Actor, append.Command, i, append.Causation, append.At, append.RecordedAt);
        }

        _versions[append.Grain] = append.ExpectedVersion + rows.Length;
        _answered.Add(append.Command);
        return new(append.Grain, ImmutableCollectionsMarshal.AsImmutableArray(entries), null, Repeated: false);
    }

    /// <summary>Writes an entry that has its sequence already.</summary>
    /// <exception cref="JournalCorruptException">It is not the next of the operation, or not the next of its grain.</exception>
    public void Copy(JournalEntry entry)
    {
        if (entry.Sequence != _chain.Sequence + 1 || entry.Version != VersionOf(entry.Grain) + 1)
            throw new JournalCorruptException(entry.Sequence, $"expected entry {_chain.Sequence + 1}, {entry.Grain} {VersionOf(entry.Grain) + 1}.");
        InsertRow(EntryEncoder.Mine.Encode(entry, Chain.HashSize));
        _versions[entry.Grain] = entry.Version;
        _answered.Add(entry.Command);
    }

    /// <summary>Writes a reader's position.</summary>
    public void SaveCursor(string reader, long sequence)
    {
        _saveCursor.BindText(1, reader);
        _saveCursor.Bind(2, sequence);
        _saveCursor.Run();
    }

    /// <summary>All readers' positions.</summary>
    public Dictionary<string, long> ReadCursors()
    {
        using var rows = new Statement(_connection, "SELECT reader, sequence FROM cursors");
        var cursors = new Dictionary<string, long>(StringComparer.Ordinal);
        while (rows.Step()) cursors.Add(rows.Text(0)!, rows.Int64(1));
        return cursors;
    }

    /// <summary>Makes everything since <see cref="Begin"/> durable.</summary>
    public void Commit()
    {
        if (_headStored != _chain.Sequence)
        {
            _updateHead.Bind(1, _chain.Sequence);
            _updateHead.BindBlob(2, _chain.Hash);
            _updateHead.Run();
            _headStored = _chain.Sequence;
        }

        _commit.Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _answered.Dispose();
        foreach (var statement in (Statement[])[_begin, _commit, _dataVersion, _insert, _updateHead, _saveCursor]) statement.Dispose();
        _connection.Dispose();
    }

    private RawEntry InsertRow(byte[] row)
    {
        CanonicalBytes.PatchSequence(row.AsSpan(Chain.HashSize), _chain.Sequence + 1);
        _chain.Link(row);
        var raw = CanonicalBytes.Read(row.AsSpan(Chain.HashSize));
        EntryRow.Bind(_insert, raw, _chain.Hash);
        _insert.Run();
        return raw;
    }

    private void Load()
    {
        _chain = ReadHead();
        _headStored = _chain.Sequence;
        _versions.Clear();
        using var grains = new Statement(_connection, "SELECT grain, MAX(version), MIN(sequence) FROM entries GROUP BY grain");
        while (grains.Step())
        {
            if (!GrainAddress.TryParse(grains.Text(0), out var grain))
                throw new JournalCorruptException(grains.Int64(2), $"'{grains.Text(0)}' is not a grain.");
            _versions.Add(grain, grains.Int64(1));
        }

        _answered.Load();
    }

    private static Chain StoredChain(Statement row) => row.Bytes(1) is { Length: Chain.HashSize } hash
        ? new(row.Int64(0), hash)
        : throw new JournalCorruptException(row.Int64(0), "its hash is cut off.");

    private Chain ReadHead()
    {
        using var last = new Statement(_connection, "SELECT sequence, hash FROM entries ORDER BY sequence DESC LIMIT 1");
        var found = last.Step() ? StoredChain(last) : new Chain(_operation);
        using var head = new Statement(_connection, "SELECT sequence, hash FROM head WHERE id = 1");
        if (!head.Step()) throw new JournalCorruptException(found.Sequence, "the head of the journal is missing.");
        var stated = StoredChain(head);
        if (stated.Checkpoint != found.Checkpoint)
        {
            throw new JournalCorruptException(
                Math.Min(stated.Sequence, found.Sequence) + 1, $"the head says {stated.Sequence}, the last entry is {found.Sequence}.");
        }

        return found;
    }
}

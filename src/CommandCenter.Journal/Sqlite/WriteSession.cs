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
    private readonly OperationId operation;
    private readonly SqliteConnection connection;
    private readonly AnsweredCommands answered;
    private readonly Dictionary<GrainAddress, long> versions = [];
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement dataVersion;
    private readonly Statement insert;
    private readonly Statement updateHead;
    private readonly Statement saveCursor;
    private Chain chain;
    private long? seen;
    private long headStored;

    private WriteSession(SqliteConnection connection, OperationId operation, EventRegistry registry)
    {
        this.connection = connection;
        this.operation = operation;
        chain = new(operation);
        answered = new(connection, registry);
        begin = new(connection, "BEGIN IMMEDIATE");
        commit = new(connection, "COMMIT");
        dataVersion = new(connection, "PRAGMA data_version");
        insert = new(connection, EntryRow.Insert);
        updateHead = new(connection, "UPDATE head SET sequence = ?, hash = ? WHERE id = 1");
        saveCursor = new(connection, "INSERT INTO cursors VALUES (?, ?) ON CONFLICT (reader) DO UPDATE SET sequence = excluded.sequence");
    }

    /// <summary>The newest entry, written or about to be.</summary>
    public long Sequence => chain.Sequence;

    /// <summary>Where the chain stands.</summary>
    public Checkpoint Checkpoint => chain.Checkpoint;

    /// <summary>Opens a file, creating it where there is none.</summary>
    /// <exception cref="JournalCorruptException">The file is not a whole journal of this operation.</exception>
    public static WriteSession Open(string path, OperationId operation, EventRegistry registry)
    {
        var session = new WriteSession(JournalFile.OpenToWrite(path, operation), operation, registry);
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
        begin.Run();
        dataVersion.Step();
        var now = dataVersion.Int64(0);
        dataVersion.Reset();
        if (seen != now) Load();
        seen = now;
    }

    /// <summary>The earlier answer to a command, or null when it is new.</summary>
    public CommandAnswer? FindAnswer(CommandId command) => answered.Find(command);

    /// <summary>How many entries a grain has.</summary>
    public long VersionOf(GrainAddress grain) => versions.GetValueOrDefault(grain);

    /// <summary>Writes what a command decided; the caller has checked command and version.</summary>
    /// <param name="append">What was decided.</param>
    /// <param name="rows">Its events, encoded with <see cref="Chain.HashSize"/> bytes of room.</param>
    /// <param name="names">Their stored names.</param>
    public CommandAnswer Write(Append append, byte[][] rows, EventRegistry names)
    {
        if (rows.Length == 0)
        {
            answered.Write(append);
            return new([], append.Rejection, Repeated: false);
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

        versions[append.Grain] = append.ExpectedVersion + rows.Length;
        answered.Add(append.Command);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(entries), null, Repeated: false);
    }

    /// <summary>Writes an entry that has its sequence already.</summary>
    /// <exception cref="JournalCorruptException">It is not the next of the operation, or not the next of its grain.</exception>
    public void Copy(JournalEntry entry)
    {
        if (entry.Sequence != chain.Sequence + 1 || entry.Version != VersionOf(entry.Grain) + 1)
            throw new JournalCorruptException(entry.Sequence, $"expected entry {chain.Sequence + 1}, {entry.Grain} {VersionOf(entry.Grain) + 1}.");
        InsertRow(EntryEncoder.Mine.Encode(entry, Chain.HashSize));
        versions[entry.Grain] = entry.Version;
        answered.Add(entry.Command);
    }

    /// <summary>Writes a reader's position.</summary>
    public void SaveCursor(string reader, long sequence)
    {
        saveCursor.BindText(1, reader);
        saveCursor.Bind(2, sequence);
        saveCursor.Run();
    }

    /// <summary>All readers' positions.</summary>
    public Dictionary<string, long> ReadCursors()
    {
        using var rows = new Statement(connection, "SELECT reader, sequence FROM cursors");
        var cursors = new Dictionary<string, long>(StringComparer.Ordinal);
        while (rows.Step()) cursors.Add(rows.Text(0)!, rows.Int64(1));
        return cursors;
    }

    /// <summary>Makes everything since <see cref="Begin"/> durable.</summary>
    public void Commit()
    {
        if (headStored != chain.Sequence)
        {
            updateHead.Bind(1, chain.Sequence);
            updateHead.BindBlob(2, chain.Hash);
            updateHead.Run();
            headStored = chain.Sequence;
        }

        commit.Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        answered.Dispose();
        foreach (var statement in (Statement[])[begin, commit, dataVersion, insert, updateHead, saveCursor]) statement.Dispose();
        connection.Dispose();
    }

    private RawEntry InsertRow(byte[] row)
    {
        CanonicalBytes.PatchSequence(row.AsSpan(Chain.HashSize), chain.Sequence + 1);
        chain.Link(row);
        var raw = CanonicalBytes.Read(row.AsSpan(Chain.HashSize));
        EntryRow.Bind(insert, raw, chain.Hash);
        insert.Run();
        return raw;
    }

    private void Load()
    {
        chain = ReadHead();
        headStored = chain.Sequence;
        versions.Clear();
        using var grains = new Statement(connection, "SELECT grain, MAX(version) FROM entries GROUP BY grain");
        while (grains.Step()) versions.Add(GrainAddress.Parse(grains.Text(0)!), grains.Int64(1));
        answered.Load();
    }

    private Chain ReadHead()
    {
        using var last = new Statement(connection, "SELECT sequence, hash FROM entries ORDER BY sequence DESC LIMIT 1");
        var found = last.Step() ? new Chain(last.Int64(0), last.Bytes(1)) : new Chain(operation);
        using var head = new Statement(connection, "SELECT sequence, hash FROM head WHERE id = 1");
        if (!head.Step()) throw new JournalCorruptException(found.Sequence, "the head of the journal is missing.");
        var stated = new Chain(head.Int64(0), head.Bytes(1));
        if (stated.Checkpoint != found.Checkpoint)
        {
            throw new JournalCorruptException(
                Math.Min(stated.Sequence, found.Sequence) + 1, $"the head says {stated.Sequence}, the last entry is {found.Sequence}.");
        }

        return found;
    }
}

using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using Microsoft.Data.Sqlite;

namespace CommandCenter.Journal.Sqlite;

/// <summary>
/// The rows of a journal file exactly as they are stored, as of one moment, whoever writes meanwhile. For those who check
/// or copy a file and trust nothing in it. One thread at a time.
/// </summary>
internal sealed class FileRows : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _rows;
    private readonly string _path;

    /// <summary>Opens a file to read.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="JournalCorruptException">It is not a journal.</exception>
    public FileRows(string path)
    {
        _path = path;
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no journal {path}.", path);
        SqliteConnection? opened = null;
        try
        {
            opened = JournalFile.OpenToRead(path);
            JournalFile.Execute(opened, "BEGIN");
            Operation = JournalFile.OwnerOf(opened) ?? throw new JournalCorruptException(0, $"{path} is not a journal.");
            Head = ReadHead(opened);
            _rows = new(opened, $"SELECT {Schema.EntryColumns} FROM entries ORDER BY sequence");
            _connection = opened;
        }
        catch (Exception e) when (StoreFault.IsOne(e))
        {
            opened?.Dispose();
            throw Translate(e);
        }
        catch
        {
            opened?.Dispose();
            throw;
        }
    }

    /// <summary>Whose journal it says it is.</summary>
    public OperationId Operation { get; }

    /// <summary>The newest entry as the file states it.</summary>
    public Checkpoint Head { get; }

    /// <summary>The row that it stands on.</summary>
    public RawEntry Entry => EntryRow.Read(_rows);

    /// <summary>The sequence of that row.</summary>
    public long Sequence => Entry.Sequence;

    /// <summary>The stored hash of that row.</summary>
    public ReadOnlySpan<byte> Hash => EntryRow.Hash(_rows);

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="JournalCorruptException">The file is damaged here.</exception>
    public bool MoveNext()
    {
        try
        {
            return _rows.Step();
        }
        catch (SqliteException e)
        {
            throw Translate(e);
        }
    }

    /// <summary>What SQLite finds wrong with tables and indexes; null when nothing.</summary>
    public string? FindDamage() =>
        JournalFile.Scalar(_connection, "PRAGMA integrity_check(1)") is string found && found != "ok" ? found : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        _connection.Dispose();
    }

    private static Checkpoint ReadHead(SqliteConnection connection)
    {
        using var head = new Statement(connection, "SELECT sequence, hash FROM head WHERE id = 1");
        return head.Step() ? new(head.Int64(0), Convert.ToHexStringLower(head.Bytes(1))) : new(0, string.Empty);
    }

    private Exception Translate(Exception fault) => fault is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_ERROR }
        ? new JournalCorruptException(0, $"{_path} is not a journal: {fault.Message}", fault)
        : StoreFault.Translate(fault, _path, 0);
}

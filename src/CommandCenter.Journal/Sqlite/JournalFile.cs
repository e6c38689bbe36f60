using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommandCenter.Journal.Sqlite;

/// <summary>Opens the file of a journal for one purpose or another.</summary>
internal static class JournalFile
{
    /// <summary>How long to wait for another process that writes, milliseconds.</summary>
    private const int BusyTimeout = 5_000;

    /// <summary>
    /// Full: an answered command survives power loss. Checkpoints are rare (80 MB of log), since each holds up the writer
    /// for as long as it copies; the cache keeps the pages of the unique indexes, which are hit at random.
    /// </summary>
    private static readonly string WriterSettings =
        $"PRAGMA busy_timeout={BusyTimeout}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=20000; PRAGMA cache_size=-32000";

    /// <summary>Opens a file to be written; creates it where there is none.</summary>
    /// <exception cref="JournalCorruptException">The file is another operation's, or of an unknown make.</exception>
    /// <exception cref="JournalUnavailableException">The file is read-only.</exception>
    public static SqliteConnection OpenToWrite(string path, OperationId operation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            // SQLite opens for reading what it may not write, and would say so only with the first row.
            if (raw.sqlite3_db_readonly(connection.Handle, "main") == 1) throw StoreFault.ReadOnly(path);
            Execute(connection, WriterSettings);
            Execute(connection, "BEGIN IMMEDIATE");
            if (Scalar(connection, "SELECT count(*) FROM sqlite_schema") is 0L) Create(connection, operation);
            Execute(connection, "COMMIT");
            CheckMeta(connection, path, operation);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens a file to be read, beside whoever writes it. Where not even the index of the log can be made (a read-only
    /// medium), and there is no log, the file is read as one that nobody changes.
    /// </summary>
    public static SqliteConnection OpenToRead(string path)
    {
        try
        {
            return OpenAndTouch(path, SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException e)
            when (e.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY && File.Exists(path) && !File.Exists(path + "-wal"))
        {
            return OpenAndTouch($"{new Uri(Path.GetFullPath(path)).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly);
        }
    }

    /// <summary>Opens a file that nobody else should have open.</summary>
    public static SqliteConnection OpenAlone(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadWrite);
        connection.DefaultTimeout = 1;
        return connection;
    }

    /// <summary>The operation whose journal a file is, or null when the file does not say.</summary>
    public static OperationId? OwnerOf(SqliteConnection connection) =>
        Scalar(connection, "SELECT value FROM meta WHERE key = 'operation'") is string owner ? new(owner) : null;

    /// <summary>Runs statements without a result.</summary>
    public static void Execute(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(connection, sql, parameters);
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row, or null.</summary>
    public static object? Scalar(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteScalar();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command;
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = BusyTimeout / 1_000,
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection OpenAndTouch(string path, SqliteOpenMode mode)
    {
        var connection = Open(path, mode);
        try
        {
            Execute(connection, $"PRAGMA busy_timeout={BusyTimeout}");
            Scalar(connection, "SELECT count(*) FROM sqlite_schema");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Create(SqliteConnection connection, OperationId operation)
    {
        Execute(connection, Schema.Create);
        Execute(
            connection, "INSERT INTO meta VALUES ('schema', $schema), ('operation', $operation)",
            ("$schema", Schema.Version), ("$operation", operation.Value));
        Execute(connection, "INSERT INTO head VALUES (1, 0, $hash)", ("$hash", new Chain(operation).Hash.ToArray()));
    }

    private static void CheckMeta(SqliteConnection connection, string path, OperationId operation)
    {
        if (Scalar(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'meta'") is 0L)
            throw new JournalCorruptException(0, $"{path} is not a journal.");
        var schema = Scalar(connection, "SELECT value FROM meta WHERE key = 'schema'") as string;
        if (schema != Schema.Version)
            throw new JournalCorruptException(0, $"{path} has schema {schema}, this program reads {Schema.Version}.");
        var owner = OwnerOf(connection);
        if (owner != operation) throw StoreFault.Foreign(path, owner?.Value, operation);
    }
}

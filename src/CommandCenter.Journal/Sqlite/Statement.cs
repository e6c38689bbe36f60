using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommandCenter.Journal.Sqlite;

/// <summary>
/// A prepared statement, bound and stepped without boxing, parameter objects or copies of strings: the journal's rows are
/// bytes already. Parameters count from 1, columns from 0. One thread at a time.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _handle;

    /// <summary>Prepares a statement that stays for the life of the connection.</summary>
    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _handle));
    }

    /// <summary>Binds a number.</summary>
    public void Bind(int parameter, long value) => Check(raw.sqlite3_bind_int64(_handle, parameter, value));

    /// <summary>Binds a text given in UTF-8.</summary>
    public void BindText(int parameter, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(_handle, parameter, utf8));

    /// <summary>Binds a text.</summary>
    public void BindText(int parameter, string text) => Check(raw.sqlite3_bind_text(_handle, parameter, text));

    /// <summary>Binds bytes.</summary>
    public void BindBlob(int parameter, ReadOnlySpan<byte> bytes) => Check(raw.sqlite3_bind_blob(_handle, parameter, bytes));

    /// <summary>Binds nothing.</summary>
    public void BindNull(int parameter) => Check(raw.sqlite3_bind_null(_handle, parameter));

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        SqliteException.ThrowExceptionForRC(code, _database);
        return false;
    }

    /// <summary>Runs to the end and makes ready to be bound again.</summary>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Makes ready to be bound again. What went wrong before was reported by the step.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_handle);

    /// <summary>A number; 0 for null.</summary>
    public long Int64(int column) => raw.sqlite3_column_int64(_handle, column);

    /// <summary>The bytes of a text or blob as stored; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_handle, column);

    /// <summary>A text, or null.</summary>
    public string? Text(int column) => raw.sqlite3_column_text(_handle, column).utf8_to_string();

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommandCenter.Journal.Sqlite;

/// <summary>
/// A prepared statement, bound and stepped without boxing, parameter objects or copies of strings: the journal's rows are
/// bytes already. Parameters count from 1, columns from 0. One thread at a time.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;

    /// <summary>Prepares a statement that stays for the life of the connection.</summary>
    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle));
    }

    /// <summary>Binds a number.</summary>
    public void Bind(int parameter, long value) => Check(raw.sqlite3_bind_int64(handle, parameter, value));

    /// <summary>Binds a text given in UTF-8.</summary>
    public void BindText(int parameter, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(handle, parameter, utf8));

    /// <summary>Binds a text.</summary>
    public void BindText(int parameter, string text) => Check(raw.sqlite3_bind_text(handle, parameter, text));

    /// <summary>Binds bytes.</summary>
    public void BindBlob(int parameter, ReadOnlySpan<byte> bytes) => Check(raw.sqlite3_bind_blob(handle, parameter, bytes));

    /// <summary>Binds nothing.</summary>
    public void BindNull(int parameter) => Check(raw.sqlite3_bind_null(handle, parameter));

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        SqliteException.ThrowExceptionForRC(code, database);
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
    public void Reset() => _ = raw.sqlite3_reset(handle);

    /// <summary>A number; 0 for null.</summary>
    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>The bytes of a text or blob as stored; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    /// <summary>A text, or null.</summary>
    public string? Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, database);
}

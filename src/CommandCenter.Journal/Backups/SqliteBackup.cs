using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace CommandCenter.Journal.Backups;

/// <summary>Consistent copies of journal files, also while a server writes to them.</summary>
internal static class SqliteBackup
{
    /// <summary>Copies a journal file as it is at this moment into a file that does not exist yet.</summary>
    /// <exception cref="JournalUnavailableException">The copy cannot be written, or the file cannot be read now.</exception>
    public static void Copy(string source, string target)
    {
        try
        {
            using var connection = JournalFile.OpenToRead(source);
            JournalFile.Execute(connection, "VACUUM INTO $target", ("$target", target));
        }
        catch (SqliteException e)
        {
            throw StoreFault.Translate(e, source, 0);
        }
    }

    /// <summary>
    /// Folds a journal's log into its file and makes sure that nobody has it open, so that the file can be replaced.
    /// </summary>
    /// <exception cref="RestoreRefusedException">Another process has it open.</exception>
    public static void Retire(string path)
    {
        try
        {
            using var connection = JournalFile.OpenAlone(path);
            if (JournalFile.Scalar(connection, "PRAGMA journal_mode=DELETE") is "delete") return;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            // Said below.
        }

        throw new RestoreRefusedException($"{path} is open in another process; stop the server first.");
    }

    /// <summary>The stored hash of an entry, or null when the journal does not reach so far.</summary>
    public static Checkpoint? CheckpointAt(string path, long sequence)
    {
        using var connection = JournalFile.OpenToRead(path);
        if (sequence == 0) return new Chain(JournalFile.OwnerOf(connection) ?? default).Checkpoint;
        using var row = new Statement(connection, "SELECT hash FROM entries WHERE sequence = ?");
        row.Bind(1, sequence);
        return row.Step() ? new(sequence, Convert.ToHexStringLower(row.Bytes(0))) : null;
    }
}

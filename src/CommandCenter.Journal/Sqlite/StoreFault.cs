using CommandCenter.Domain.Identity;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommandCenter.Journal.Sqlite;

/// <summary>What went wrong in the store, in the words of the journal's contract.</summary>
internal static class StoreFault
{
    /// <summary>Whether it is the store's fault and not a programmer's.</summary>
    public static bool IsOne(Exception fault) => fault is SqliteException or IOException or UnauthorizedAccessException;

    /// <summary>The exception that callers get. Programmers' errors stay as they are.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="path">The journal file.</param>
    /// <param name="sequence">The first entry that is in doubt if the file is damaged.</param>
    public static Exception Translate(Exception fault, string path, long sequence) => fault switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } =>
            new JournalCorruptException(sequence, $"the file {path} is damaged: {fault.Message}", fault),
        SqliteException { SqliteErrorCode: raw.SQLITE_CONSTRAINT } =>
            new JournalConflictException($"Another process wrote to {path}: {fault.Message}", fault),
        SqliteException e => new JournalUnavailableException(Sentence(e, path), e),
        IOException or UnauthorizedAccessException =>
            new JournalUnavailableException($"The journal {path} cannot be written: {fault.Message}", fault),
        _ => fault,
    };

    /// <summary>The file cannot be written.</summary>
    public static JournalUnavailableException ReadOnly(string path) => new($"{path} is read-only; nothing was stored.");

    /// <summary>The file belongs to another operation.</summary>
    public static JournalCorruptException Foreign(string path, string? owner, OperationId operation) =>
        new(0, $"{path} is the journal of '{owner}', not of '{operation}'.");

    private static string Sentence(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => $"The disk of {path} is full; nothing was stored.",
        raw.SQLITE_READONLY => ReadOnly(path).Message,
        raw.SQLITE_CANTOPEN => $"{path} cannot be opened or created.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Another process holds {path}.",
        _ => $"{path} cannot be used: {e.Message}",
    };
}

namespace CommandCenter.Journal.Sqlite;

/// <summary>The tables of a journal file. Their shape is stored: a change is a new <see cref="Version"/> and a way up from the old.</summary>
internal static class Schema
{
    /// <summary>What this program reads and writes.</summary>
    public const string Version = "1";

    /// <summary>
    /// <c>entries</c> are the journal; <c>answers</c> are the commands that left no entry (refused, or nothing followed);
    /// <c>head</c> is the newest entry once more, so that a removed tail is seen; <c>cursors</c> are readers' positions.
    /// </summary>
    public const string Create =
        """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE entries (
          sequence    INTEGER PRIMARY KEY,
          grain       TEXT    NOT NULL,
          version     INTEGER NOT NULL,
          type        TEXT    NOT NULL,
          payload     TEXT    NOT NULL,
          actor       TEXT    NOT NULL,
          command     TEXT    NOT NULL,
          ordinal     INTEGER NOT NULL,
          causation   INTEGER,
          at          TEXT    NOT NULL,
          recorded_at TEXT    NOT NULL,
          hash        BLOB    NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX entries_version ON entries (grain, version);
        CREATE UNIQUE INDEX entries_command ON entries (command, ordinal);
        CREATE TABLE answers (
          command     TEXT    PRIMARY KEY,
          grain       TEXT    NOT NULL,
          version     INTEGER NOT NULL,
          rejection   TEXT,
          actor       TEXT    NOT NULL,
          at          TEXT    NOT NULL,
          recorded_at TEXT    NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
        CREATE TABLE cursors (reader TEXT PRIMARY KEY, sequence INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """;

    /// <summary>The columns of an entry in the order in which <see cref="EntryRow"/> reads and binds them.</summary>
    public const string EntryColumns =
        "sequence, grain, version, type, payload, actor, command, ordinal, causation, at, recorded_at, hash";
}

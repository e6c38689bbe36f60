using CommandCenter.Journal.Chains;

namespace CommandCenter.Journal.Sqlite;

/// <summary>An entry as a row, in the order of <see cref="Schema.EntryColumns"/>.</summary>
internal static class EntryRow
{
    /// <summary>The insertion of a row.</summary>
    public const string Insert = $"INSERT INTO entries ({Schema.EntryColumns}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)";

    private const int HashColumn = 11;

    /// <summary>Binds an entry and its hash to <see cref="Insert"/>.</summary>
    public static void Bind(Statement insert, in RawEntry entry, ReadOnlySpan<byte> hash)
    {
        insert.Bind(1, entry.Sequence);
        insert.BindText(2, entry.Grain);
        insert.Bind(3, entry.Version);
        insert.BindText(4, entry.Type);
        insert.BindText(5, entry.Payload);
        insert.BindText(6, entry.Actor);
        insert.BindText(7, entry.Command);
        insert.Bind(8, entry.Ordinal);
        if (entry.Causation == 0) insert.BindNull(9);
        else insert.Bind(9, entry.Causation);
        insert.BindText(10, entry.At);
        insert.BindText(11, entry.RecordedAt);
        insert.BindBlob(12, hash);
    }

    /// <summary>The entry that a statement stands on; valid until its next step.</summary>
    public static RawEntry Read(Statement rows) => new()
    {
        Sequence = rows.Int64(0),
        Grain = rows.Bytes(1),
        Version = rows.Int64(2),
        Type = rows.Bytes(3),
        Payload = rows.Bytes(4),
        Actor = rows.Bytes(5),
        Command = rows.Bytes(6),
        Ordinal = rows.Int64(7),
        Causation = rows.Int64(8),
        At = rows.Bytes(9),
        RecordedAt = rows.Bytes(10),
    };

    /// <summary>The stored hash of the entry that a statement stands on.</summary>
    public static ReadOnlySpan<byte> Hash(Statement rows) => rows.Bytes(HashColumn);
}

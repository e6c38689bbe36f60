using System.Globalization;
using CommandCenter.Journal.Chains;
using StackExchange.Redis;

namespace CommandCenter.Journal.Redis;

/// <summary>Entries as they lie in the stream: an id that is the sequence, and named fields.</summary>
internal static class RedisEntry
{
    /// <summary>Reads what XRANGE gives. One thread at a time per decoder.</summary>
    /// <exception cref="JournalCorruptException">An entry is missing a field, or one cannot be read; says which.</exception>
    public static JournalEntry Read(RedisResult stored, EntryDecoder decoder)
    {
        var sequence = SequenceOf((string?)stored[0]);
        var fields = (RedisValue[]?)stored[1] ?? [];
        return decoder.Decode(new RawEntry
        {
            Sequence = sequence,
            Grain = Text(fields, "grain", sequence),
            Version = Number(fields, "version", sequence),
            Type = Text(fields, "type", sequence),
            Payload = Text(fields, "payload", sequence),
            Actor = Text(fields, "actor", sequence),
            Command = Text(fields, "command", sequence),
            Ordinal = Number(fields, "ordinal", sequence),
            Causation = Number(fields, "causation", sequence),
            At = Text(fields, "at", sequence),
            RecordedAt = Text(fields, "recorded", sequence),
        });
    }

    /// <summary>The sequence in a stream id: <c>17-0</c> is 17.</summary>
    public static long SequenceOf(string? id) =>
        long.TryParse(id?.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;

    private static long Number(RedisValue[] fields, string name, long sequence) =>
        Find(fields, name, sequence).TryParse(out long number) ? number : throw new JournalCorruptException(sequence, $"its {name} is not a number.");

    private static byte[] Text(RedisValue[] fields, string name, long sequence) => (byte[]?)Find(fields, name, sequence) ?? [];

    private static RedisValue Find(RedisValue[] fields, string name, long sequence)
    {
        for (var i = 0; i + 1 < fields.Length; i += 2)
        {
            if (fields[i] == name) return fields[i + 1];
        }

        throw new JournalCorruptException(sequence, fields.Length == 0 ? "it is missing." : $"it has no {name}.");
    }
}

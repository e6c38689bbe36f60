using System.Buffers.Binary;

namespace CommandCenter.Journal.Chains;

/// <summary>
/// The one byte sequence that stands for an entry in the chain. In this order: sequence, grain, version, type, payload,
/// actor, command, ordinal, causation (0 for none), at, recordedAt. Numbers are 8 bytes, texts are UTF-8 after their length
/// in 4 bytes, all big-endian. The layout is part of every chain ever published and never changes.
/// </summary>
internal static class CanonicalBytes
{
    private const int NumberSize = sizeof(long);
    private const int LengthSize = sizeof(int);
    private const int Numbers = 4;
    private const int Texts = 7;

    /// <summary>How many bytes an entry takes.</summary>
    public static int SizeOf(in RawEntry entry) =>
        (Numbers * NumberSize) + (Texts * LengthSize) + entry.Grain.Length + entry.Type.Length + entry.Payload.Length
        + entry.Actor.Length + entry.Command.Length + entry.At.Length + entry.RecordedAt.Length;

    /// <summary>Writes an entry into a span of exactly its size.</summary>
    public static void Write(in RawEntry entry, Span<byte> target)
    {
        PutNumber(ref target, entry.Sequence);
        PutText(ref target, entry.Grain);
        PutNumber(ref target, entry.Version);
        PutText(ref target, entry.Type);
        PutText(ref target, entry.Payload);
        PutText(ref target, entry.Actor);
        PutText(ref target, entry.Command);
        PutNumber(ref target, entry.Ordinal);
        PutNumber(ref target, entry.Causation);
        PutText(ref target, entry.At);
        PutText(ref target, entry.RecordedAt);
    }

    /// <summary>Puts the sequence, known only when the entry's turn has come, into bytes written before.</summary>
    public static void PatchSequence(Span<byte> bytes, long sequence) => BinaryPrimitives.WriteInt64BigEndian(bytes, sequence);

    /// <summary>The fields again, pointing into the bytes.</summary>
    public static RawEntry Read(ReadOnlySpan<byte> bytes) => new()
    {
        Sequence = TakeNumber(ref bytes),
        Grain = TakeText(ref bytes),
        Version = TakeNumber(ref bytes),
        Type = TakeText(ref bytes),
        Payload = TakeText(ref bytes),
        Actor = TakeText(ref bytes),
        Command = TakeText(ref bytes),
        Ordinal = TakeNumber(ref bytes),
        Causation = TakeNumber(ref bytes),
        At = TakeText(ref bytes),
        RecordedAt = TakeText(ref bytes),
    };

    /// <summary>Where the payload begins in the bytes of an entry.</summary>
    public static int PayloadOffset(in RawEntry entry) =>
        (2 * NumberSize) + (3 * LengthSize) + entry.Grain.Length + entry.Type.Length;

    private static void PutNumber(ref Span<byte> target, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(target, value);
        target = target[NumberSize..];
    }

    private static void PutText(ref Span<byte> target, ReadOnlySpan<byte> text)
    {
        BinaryPrimitives.WriteInt32BigEndian(target, text.Length);
        text.CopyTo(target[LengthSize..]);
        target = target[(LengthSize + text.Length)..];
    }

    private static long TakeNumber(scoped ref ReadOnlySpan<byte> source)
    {
        var value = BinaryPrimitives.ReadInt64BigEndian(source);
        source = source[NumberSize..];
        return value;
    }

    private static ReadOnlySpan<byte> TakeText(scoped ref ReadOnlySpan<byte> source)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(source);
        var text = source.Slice(LengthSize, length);
        source = source[(LengthSize + length)..];
        return text;
    }
}

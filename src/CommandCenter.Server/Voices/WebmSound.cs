using System.Buffers.Binary;
using System.Numerics;

namespace CommandCenter.Server.Voices;

/// <summary>Sound in WebM: elements of RFC 8794 (EBML) by the ids of RFC 9559 (Matroska).</summary>
internal static class WebmSound
{
    private const uint Void = 0xEC;
    private const uint TrackType = 0x83;

    // What is entered: Segment, Info, Tracks, TrackEntry, Cluster. Some browsers leave the sizes of these open, so what is in
    // them is read as if it stood beside them; no id means two things.
    private static readonly HashSet<uint> Entered = [0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0x1F43B675];

    // SimpleBlock and BlockGroup.
    private static readonly HashSet<uint> Sound = [0xA3, 0xA0];

    // What playing needs: the head; time scale and duration; of a track its numbers, type, flags, codec and audio; of a cluster
    // its time and places; the index.
    private static readonly HashSet<uint> Needed =
    [
        0x1A45DFA3, 0x2AD7B1, 0x4489, 0xD7, 0x73C5, TrackType, 0xB9, 0x88, 0x9C, 0x86, 0x63A2, 0x56AA, 0x56BB, 0xE1, 0x23E383,
        0xE7, 0xAB, 0xA7, 0x1C53BB6B, 0x114D9B74,
    ];

    /// <summary>The bytes that such a file begins with.</summary>
    public static ReadOnlySpan<byte> Start => [0x1A, 0x45, 0xDF, 0xA3];

    /// <summary>Blanks what is not needed; false where it is not whole or not sound.</summary>
    public static bool Clean(Span<byte> file)
    {
        var hasSound = false;
        while (!file.IsEmpty)
        {
            if (!TryRead(file, mostBytes: 4, keepsMarker: true, out var id, out var idBytes)
                || !TryRead(file[idBytes..], mostBytes: 8, keepsMarker: false, out var size, out var sizeBytes))
            {
                return false;
            }

            var head = idBytes + sizeBytes;
            if (Entered.Contains((uint)id))
            {
                file = file[head..];
                continue;
            }

            if (size > (ulong)(file.Length - head))
            {
                return false;
            }

            var whole = file[..(head + (int)size)];
            if (id == TrackType && whole[^1] != 2)
            {
                return false;
            }

            hasSound |= Sound.Contains((uint)id);
            if (!Needed.Contains((uint)id) && !Sound.Contains((uint)id))
            {
                Blank(whole);
            }

            file = file[whole.Length..];
        }

        return hasSound;
    }

    // A number as EBML writes it: as many leading zeros as there are further bytes. All ones: not known.
    private static bool TryRead(ReadOnlySpan<byte> file, int mostBytes, bool keepsMarker, out ulong value, out int bytes)
    {
        (value, bytes) = (0, file.IsEmpty ? 0 : BitOperations.LeadingZeroCount((uint)file[0]) - 23);
        if (bytes < 1 || bytes > mostBytes || bytes > file.Length)
        {
            return false;
        }

        foreach (var next in file[..bytes])
        {
            value = (value << 8) | next;
        }

        var digits = 7 * bytes;
        var number = value & ((1UL << digits) - 1);
        value = keepsMarker ? value : number == (1UL << digits) - 1 ? ulong.MaxValue : number;
        return true;
    }

    // A Void element of the same length.
    private static void Blank(Span<byte> whole)
    {
        whole.Clear();
        whole[0] = (byte)Void;
        if (whole.Length - 2 < 0x7F)
        {
            whole[1] = (byte)(0x80 | (whole.Length - 2));
            return;
        }

        BinaryPrimitives.WriteUInt64BigEndian(whole[1..], (1UL << 56) | (uint)(whole.Length - 9));
    }
}

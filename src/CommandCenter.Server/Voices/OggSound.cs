using System.Buffers.Binary;

namespace CommandCenter.Server.Voices;

/// <summary>Opus in Ogg: pages of RFC 3533, the heads of RFC 7845. One stream, from its first page to its last.</summary>
internal static class OggSound
{
    private const int Head = 27;

    // A packet that ends with its page ends with a part shorter than this.
    private const byte FullPart = 255;

    private static ReadOnlySpan<byte> TagsStart => "OpusTags"u8;

    /// <summary>The bytes that such a file begins with.</summary>
    public static ReadOnlySpan<byte> Start => "OggS"u8;

    /// <summary>Blanks the comments; false where it is not whole or not one stream of Opus.</summary>
    public static bool Clean(Span<byte> file)
    {
        uint stream = 0;
        var page = 0;
        for (; !file.IsEmpty; page++)
        {
            if (LengthOf(file) is not { } length)
            {
                return false;
            }

            var whole = file[..length];
            var content = whole[(Head + whole[26])..];
            stream = page == 0 ? BinaryPrimitives.ReadUInt32LittleEndian(whole[14..]) : stream;
            if (BinaryPrimitives.ReadUInt32LittleEndian(whole[14..]) != stream
                || (page == 0 && !content.StartsWith("OpusHead"u8))
                || (page == 1 && !BlankTags(whole, content)))
            {
                return false;
            }

            file = file[length..];
        }

        return page > 2;
    }

    private static int? LengthOf(ReadOnlySpan<byte> file)
    {
        if (file.Length < Head || !file.StartsWith(Start) || file.Length < Head + file[26])
        {
            return null;
        }

        var length = Head + file[26];
        foreach (var part in file.Slice(Head, file[26]))
        {
            length += part;
        }

        return length <= file.Length ? length : null;
    }

    // Vendor and comments: no vendor, no comments, and zeros to the end, which is padding. Tags of more than a page are pictures.
    private static bool BlankTags(Span<byte> page, Span<byte> content)
    {
        if (!content.StartsWith(TagsStart) || content.Length < TagsStart.Length + 8 || page[Head + page[26] - 1] == FullPart)
        {
            return false;
        }

        content[TagsStart.Length..].Clear();
        var checksum = page.Slice(22, 4);
        checksum.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, Checksum(page));
        return true;
    }

    // RFC 3533, section 6: CRC with polynomial 0x04C11DB7, from 0, not reflected.
    private static uint Checksum(ReadOnlySpan<byte> page)
    {
        uint crc = 0;
        foreach (var b in page)
        {
            crc ^= (uint)b << 24;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc << 1) ^ ((crc & 0x80000000) == 0 ? 0 : 0x04C11DB7u);
            }
        }

        return crc;
    }
}

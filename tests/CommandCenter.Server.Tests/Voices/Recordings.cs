using System.Buffers.Binary;
using System.Text;

namespace CommandCenter.Server.Tests.Voices;

/// <summary>Recordings as phones send them, made here byte by byte: the least that each container needs, and a tag that tells where.</summary>
internal static class Recordings
{
    /// <summary>What no kept recording may still hold.</summary>
    public const string Telltale = "TELLTALE+31.2304+121.4737/";

    /// <summary>What stands for the coded sound, and must come through.</summary>
    public const string Sound = "CODED-SOUND";

    private const ulong Segment = 0x18538067;
    private const ulong Unknown = 0x01FF_FFFF_FFFF_FFFF;

    private static readonly byte[] Tag = Encoding.ASCII.GetBytes(Telltale);
    private static readonly byte[] Coded = Encoding.ASCII.GetBytes(Sound);

    /// <summary>WebM as a browser records it: sizes of segment and cluster left open, tags at the end.</summary>
    public static byte[] Webm(byte trackType = 2) =>
    [
        .. Element(0x1A45DFA3, Element(0x4282, "webm"u8)),
        .. Open(Segment),
        .. Element(0x1549A966, [.. Element(0x2AD7B1, [0x0F, 0x42, 0x40]), .. Element(0x7BA9, Tag)]),
        .. Element(0x1654AE6B, Element(0xAE, [.. Element(0xD7, [1]), .. Element(0x83, [trackType]), .. Element(0x86, "A_OPUS"u8), .. Element(0x536E, Tag)])),
        .. Open(0x1F43B675),
        .. Element(0xE7, [0]),
        .. Element(0xA3, [0x81, 0, 0, 0x80, .. Coded]),
        .. Element(0x1254C367, [.. Tag, .. new byte[200]]),
    ];

    /// <summary>MP4 as a browser records it: in fragments, with user data that says where.</summary>
    public static byte[] Mp4(string handler = "soun") =>
    [
        .. Box("ftyp", "iso5"u8),
        .. Box("moov", [
            .. Box("mvhd", new byte[100]),
            .. Box("trak", Box("mdia", Box("hdlr", [.. new byte[8], .. Encoding.ASCII.GetBytes(handler), .. new byte[13]]))),
            .. Box("udta", Box("\u00A9xyz", Tag))]),
        .. Box("moof", Box("mfhd", new byte[8])),
        .. Box("uuid", Tag),
        .. Box("mdat", Coded),
    ];

    /// <summary>Opus in Ogg, with a comment that says where.</summary>
    public static byte[] Ogg() =>
    [
        .. Page(0, 2, "OpusHead\u0001\u0001"u8),
        .. Page(1, 0, [.. "OpusTags"u8, .. Number(6), .. "vendor"u8, .. Number(1), .. Number(Tag.Length), .. Tag]),
        .. Page(2, 4, Coded),
    ];

    private static byte[] Element(ulong id, ReadOnlySpan<byte> content) =>
        [.. Id(id), 0x40, (byte)content.Length, .. content];

    private static byte[] Open(ulong id)
    {
        var size = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(size, Unknown);
        return [.. Id(id), .. size];
    }

    private static byte[] Id(ulong id)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, id);
        return [.. bytes.SkipWhile(static b => b == 0)];
    }

    private static byte[] Box(string type, ReadOnlySpan<byte> content)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, content.Length + 8);
        return [.. size, .. Encoding.Latin1.GetBytes(type), .. content];
    }

    private static byte[] Page(int number, byte flags, ReadOnlySpan<byte> content) =>
        [.. "OggS"u8, 0, flags, .. new byte[8], .. Number(77), .. Number(number), .. Number(0), 1, (byte)content.Length, .. content];

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}

using System.Buffers.Binary;
using System.Text;

namespace CommandCenter.Server.Voices;

/// <summary>Sound in MP4: boxes of ISO/IEC 14496-12.</summary>
internal static class Mp4Sound
{
    private const int Head = 8;

    private static readonly HashSet<string> Entered = ["moov", "trak", "mdia", "minf", "mvex", "moof", "traf", "mfra"];

    private static readonly HashSet<string> Needed =
    [
        "ftyp", "styp", "sidx", "mdat", "mvhd", "tkhd", "edts", "mdhd", "hdlr", "smhd", "dinf", "stbl", "mehd", "trex", "mfhd", "tfhd", "tfdt",
        "trun", "sbgp", "sgpd", "tfra", "mfro",
    ];

    /// <summary>The bytes that stand behind the first size of such a file.</summary>
    public static ReadOnlySpan<byte> Start => "ftyp"u8;

    /// <summary>Blanks what is not needed; false where it is not whole or not sound.</summary>
    public static bool Clean(Span<byte> file)
    {
        var hasSound = false;
        while (!file.IsEmpty)
        {
            if (file.Length < Head)
            {
                return false;
            }

            // A size of 0 is "to the end", of 1 "in the next eight bytes"; a minute of speech needs neither.
            var size = BinaryPrimitives.ReadUInt32BigEndian(file);
            var type = Encoding.Latin1.GetString(file.Slice(4, 4));
            if (size < Head || size > file.Length)
            {
                return false;
            }

            if (Entered.Contains(type))
            {
                file = file[Head..];
                continue;
            }

            var content = file[Head..(int)size];
            if (type == "hdlr" && !(content.Length >= 12 && content[8..].StartsWith("soun"u8)))
            {
                return false;
            }

            hasSound |= type == "mdat";
            if (!Needed.Contains(type))
            {
                "free"u8.CopyTo(file[4..]);
                content.Clear();
            }

            file = file[(int)size..];
        }

        return hasSound;
    }
}

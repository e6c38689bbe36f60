using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace CommandCenter.Server.Tests.Photos;

/// <summary>Pictures as phones send them, made here byte by byte where it matters.</summary>
internal static class Pictures
{
    /// <summary>The phone's name, which stands beside the place: no kept picture may still hold it.</summary>
    public const string Camera = "TELLTALE-CAMERA";

    /// <summary>A picture whose left half is red and whose right half is blue.</summary>
    public static byte[] Of(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        surface.Canvas.DrawRect(0, 0, width / 2, height, red);
        using var image = surface.Snapshot();
        using var file = image.Encode(format, 90);
        return file.ToArray();
    }

    /// <summary>The same JPEG as a phone writes it: with the phone's name, a GPS latitude, and an orientation (EXIF 2.32).</summary>
    public static byte[] WithExif(byte[] jpeg, ushort orientation)
    {
        var exif = Exif(orientation);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xE1, .. length, .. exif, .. jpeg[2..]];
    }

    /// <summary>A PNG of a few bytes that claims so many pixels.</summary>
    public static byte[] Claiming(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(new byte[64]);
        }

        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Exif(ushort orientation)
    {
        // TIFF, little endian: IFD0 with Model, Orientation and the pointer to the GPS IFD; there GPSLatitudeRef and GPSLatitude.
        const int ifd0 = 8, model = 50, gps = 68, latitude = 98;
        var tiff = new byte[122];
        "II*\0"u8.CopyTo(tiff);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(4), ifd0);
        BinaryPrimitives.WriteInt16LittleEndian(tiff.AsSpan(ifd0), 3);
        Entry(tiff, ifd0 + 2, 0x0110, 2, Camera.Length + 1, model);
        Entry(tiff, ifd0 + 14, 0x0112, 3, 1, orientation);
        Entry(tiff, ifd0 + 26, 0x8825, 4, 1, gps);
        Encoding.ASCII.GetBytes(Camera).CopyTo(tiff, model);
        BinaryPrimitives.WriteInt16LittleEndian(tiff.AsSpan(gps), 2);
        Entry(tiff, gps + 2, 1, 2, 2, 'N');
        Entry(tiff, gps + 14, 2, 5, 3, latitude);
        for (var i = 0; i < 3; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(latitude + (8 * i)), 31);
            BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(latitude + (8 * i) + 4), 1);
        }

        return [.. "Exif\0\0"u8, .. tiff];
    }

    private static void Entry(byte[] tiff, int at, ushort tag, short type, int count, int value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), tag);
        BinaryPrimitives.WriteInt16LittleEndian(tiff.AsSpan(at + 2), type);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at + 4), count);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at + 8), value);
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc(body));
        return [.. length, .. body, .. check];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
            }
        }

        return ~crc;
    }
}

using CommandCenter.Domain.Incidents;
using CommandCenter.Server.Api;
using SkiaSharp;

namespace CommandCenter.Server.Photos;

/// <summary>
/// Makes of what a phone sends the picture that is kept: turned upright, at most 1600 pixels on its longer side, encoded
/// anew. Nothing but pixels comes through, so neither the place where it was taken nor the phone that took it.
/// </summary>
/// <remarks>
/// What the header states is judged before a pixel is decoded: a small file that claims a huge picture is refused, not
/// unpacked. At most two pictures at a time, so that memory stays within bounds whoever sends how much.
/// </remarks>
internal static class Darkroom
{
    /// <summary>The longer side of a picture as it is kept, pixels.</summary>
    public const int LongestSide = PhotoRules.LongestSide;

    /// <summary>The longer side of a small picture, pixels.</summary>
    public const int ThumbnailSide = 240;

    private const int Quality = 82;
    private const int ThumbnailQuality = 70;

    // Of the picture as decoded, four bytes each; a large JPEG is decoded at a half, a quarter or an eighth.
    private const long MostPixels = 24_000_000;
    private const int MostSide = 30_000;

    private static readonly SemaphoreSlim Tables = new(2);

    /// <summary>Develops a picture, or says what is wrong with it.</summary>
    public static async Task<(Photo? Photo, Problem? Problem)> DevelopAsync(byte[] sent, CancellationToken cancellationToken)
    {
        await Tables.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Develop(sent), cancellationToken);
        }
        finally
        {
            Tables.Release();
        }
    }

    /// <summary>A kept picture made small, for lists on a bad line: JPEG, at most <see cref="ThumbnailSide"/> pixels on its longer side.</summary>
    public static async Task<byte[]> ThumbnailAsync(byte[] kept, CancellationToken cancellationToken)
    {
        await Tables.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Thumbnail(kept), cancellationToken);
        }
        finally
        {
            Tables.Release();
        }
    }

    private static byte[] Thumbnail(byte[] kept)
    {
        using var stream = new MemoryStream(kept, writable: false);
        using var codec = SKCodec.Create(stream);
        var size = codec.GetScaledDimensions(Math.Min(1f, 2f * ThumbnailSide / Math.Max(codec.Info.Width, codec.Info.Height)));
        using var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        var scale = Math.Min(1f, (float)ThumbnailSide / Math.Max(bitmap.Width, bitmap.Height));
        using var small = bitmap.Resize(
            new SKImageInfo(Math.Max(1, (int)(bitmap.Width * scale)), Math.Max(1, (int)(bitmap.Height * scale))), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var file = small.Encode(SKEncodedImageFormat.Jpeg, ThumbnailQuality);
        return file.ToArray();
    }

    private static (Photo? Photo, Problem? Problem) Develop(byte[] sent)
    {
        using var stream = new MemoryStream(sent, writable: false);
        using var codec = SKCodec.Create(stream);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp))
        {
            return (null, Problem.NotAPhoto);
        }

        var size = SizeToDecode(codec);
        if (codec.Info.Width > MostSide || codec.Info.Height > MostSide || (long)size.Width * size.Height > MostPixels)
        {
            return (null, Problem.PhotoTooBig);
        }

        using var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        return codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success
            ? (Print(bitmap, codec.EncodedOrigin), null)
            : (null, Problem.PhotoDamaged);
    }

    private static SKSizeI SizeToDecode(SKCodec codec)
    {
        var longest = Math.Max(codec.Info.Width, codec.Info.Height);

        // A JPEG is decoded at so many eighths: at least as large as what is kept, so that it is only ever made smaller.
        var eighths = Math.Ceiling(8.0 * LongestSide / longest);
        return eighths >= 8 ? codec.Info.Size : codec.GetScaledDimensions((float)(eighths / 8));
    }

    private static Photo Print(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(bitmap.Width, bitmap.Height));
        var (width, height) = (Math.Max(1, (int)Math.Round(bitmap.Width * scale)), Math.Max(1, (int)Math.Round(bitmap.Height * scale)));
        var (upWidth, upHeight) = LiesOnItsSide(origin) ? (height, width) : (width, height);
        using var surface = SKSurface.Create(new SKImageInfo(upWidth, upHeight, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var image = SKImage.FromBitmap(bitmap);
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Concat(Upright(origin, upWidth, upHeight));
        surface.Canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var print = surface.Snapshot();
        using var file = print.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new(file.ToArray(), upWidth, upHeight);
    }

    private static bool LiesOnItsSide(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    // The eight orientations of EXIF 2.32, tag 0x0112: from the stored picture to the upright one.
    private static SKMatrix Upright(SKEncodedOrigin origin, float w, float h) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, w, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, w, -1, 0, h, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, h, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}

using System.Text;
using CommandCenter.Server.Photos;
using SkiaSharp;

namespace CommandCenter.Server.Tests.Photos;

public sealed class DarkroomTests
{
    [Fact]
    public async Task Develop_PhotoWithALocation_KeepsThePictureAndNothingElse()
    {
        var sent = Pictures.WithExif(Pictures.Of(400, 300), orientation: 1);
        Assert.Contains(Pictures.Camera, Encoding.Latin1.GetString(sent), StringComparison.Ordinal);

        var (photo, _) = await Darkroom.DevelopAsync(sent, CancellationToken.None);

        var kept = Encoding.Latin1.GetString(photo!.Bytes);
        Assert.DoesNotContain(Pictures.Camera, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", kept, StringComparison.Ordinal);
        Assert.Equal((400, 300), (photo.Width, photo.Height));
    }

    [Theory]
    [InlineData(1, 400, 300, 10, 150, 390, 150)]
    [InlineData(2, 400, 300, 390, 150, 10, 150)]
    [InlineData(3, 400, 300, 390, 150, 10, 150)]
    [InlineData(4, 400, 300, 10, 150, 390, 150)]
    [InlineData(5, 300, 400, 150, 10, 150, 390)]
    [InlineData(6, 300, 400, 150, 10, 150, 390)]
    [InlineData(7, 300, 400, 150, 390, 150, 10)]
    [InlineData(8, 300, 400, 150, 390, 150, 10)]
    public async Task Develop_AnyOrientation_StandsUpright(ushort orientation, int width, int height, int redX, int redY, int blueX, int blueY)
    {
        var (photo, _) = await Darkroom.DevelopAsync(Pictures.WithExif(Pictures.Of(400, 300), orientation), CancellationToken.None);

        using var bitmap = SKBitmap.Decode(photo!.Bytes);
        Assert.Equal((width, height), (bitmap.Width, bitmap.Height));
        Assert.True(bitmap.GetPixel(redX, redY) is { Red: > 200, Blue: < 60 }, $"{bitmap.GetPixel(redX, redY)} is not red.");
        Assert.True(bitmap.GetPixel(blueX, blueY) is { Blue: > 200, Red: < 60 }, $"{bitmap.GetPixel(blueX, blueY)} is not blue.");
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, 4000, 3000, 1600, 1200)]
    [InlineData(SKEncodedImageFormat.Png, 900, 3600, 400, 1600)]
    [InlineData(SKEncodedImageFormat.Webp, 1700, 850, 1600, 800)]
    [InlineData(SKEncodedImageFormat.Png, 20, 10, 20, 10)]
    public async Task Develop_LargePicture_IsMadeSmallerAndAJpeg(SKEncodedImageFormat format, int width, int height, int keptWidth, int keptHeight)
    {
        var (photo, _) = await Darkroom.DevelopAsync(Pictures.Of(width, height, format), CancellationToken.None);

        Assert.Equal((keptWidth, keptHeight), (photo!.Width, photo.Height));
        Assert.Equal([0xFF, 0xD8, 0xFF], photo.Bytes[..3]);
    }

    [Fact]
    public async Task Develop_SmallFileThatClaimsAHugePicture_IsRefused()
    {
        var (photo, problem) = await Darkroom.DevelopAsync(Pictures.Claiming(25_000, 25_000), CancellationToken.None);

        Assert.Null(photo);
        Assert.Equal((422, "photo-too-big"), (problem!.Status, problem.Refusal.Code));
    }

    [Fact]
    public async Task Develop_PictureThatEndsEarly_IsRefused()
    {
        var whole = Pictures.Of(800, 600);

        var (_, problem) = await Darkroom.DevelopAsync(whole[..(whole.Length / 2)], CancellationToken.None);

        Assert.Equal((422, "photo-damaged"), (problem!.Status, problem.Refusal.Code));
    }

    [Theory]
    [InlineData("GIF89a\u0001\0\u0001\0\0\0\0")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("MZ")]
    public async Task Develop_AnythingElse_IsRefused(string content)
    {
        var (_, problem) = await Darkroom.DevelopAsync(Encoding.Latin1.GetBytes(content), CancellationToken.None);

        Assert.Equal((415, "not-a-photo"), (problem!.Status, problem.Refusal.Code));
    }
}

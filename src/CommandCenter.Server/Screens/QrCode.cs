using QRCoder;

namespace CommandCenter.Server.Screens;

/// <summary>QR codes as SVG, made here: nothing is asked of another host.</summary>
internal static class QrCode
{
    private const int PixelsPerModule = 4;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/qr.svg", Serve).ExcludeFromDescription();

    // Only addresses of this server that are meant to be scanned; otherwise it would put its name to anybody's link.
    private static IResult Serve(string? path, HttpContext http)
    {
        if (path is not { Length: <= 200 } || !(path.StartsWith("/t/", StringComparison.Ordinal) || path.StartsWith("/login?code=", StringComparison.Ordinal)))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(Svg($"{http.Request.Scheme}://{http.Request.Host}{path}"), "image/svg+xml");
    }

    private static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule);
    }
}

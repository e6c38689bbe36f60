using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CommandCenter.Server.Screens;

/// <summary>Scripts and styles as the build made them: compressed once, addressed by their content, so that browsers keep them.</summary>
public static class ClientFiles
{
    private static readonly FrozenDictionary<string, Asset> Files = Load(Path.Combine(AppContext.BaseDirectory, "assets"));

    /// <summary>The address of a file, which changes with its content.</summary>
    public static string Url(string name) => Files.TryGetValue(name, out var asset) ? $"/assets/{name}?v={asset.Hash}" : $"/assets/{name}";

    /// <summary>The text of a script.</summary>
    public static string Text(string name) => Files.TryGetValue(name, out var asset) ? Encoding.UTF8.GetString(asset.Plain) : "";

    /// <summary>Serves them.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{name}", Serve).ExcludeFromDescription();

    private static IResult Serve(string name, HttpContext http)
    {
        if (!Files.TryGetValue(name, out var asset))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = http.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            http.Response.Headers.ContentEncoding = "br";
            return Results.Bytes(asset.Brotli, asset.Type);
        }

        return Results.Bytes(asset.Plain, asset.Type);
    }

    private static FrozenDictionary<string, Asset> Load(string folder) =>
        (Directory.Exists(folder) ? Directory.GetFiles(folder) : []).ToFrozenDictionary(static f => Path.GetFileName(f), static f => Read(f));

    private static Asset Read(string file)
    {
        var plain = File.ReadAllBytes(file);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(plain);
        }

        var type = Path.GetExtension(file) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            _ => "text/javascript; charset=utf-8",
        };
        return new(plain, packed.ToArray(), type, Convert.ToHexStringLower(SHA256.HashData(plain))[..12]);
    }

    private sealed record Asset(byte[] Plain, byte[] Brotli, string Type, string Hash);
}

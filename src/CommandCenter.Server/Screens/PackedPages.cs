using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace CommandCenter.Server.Screens;

/// <summary>
/// Pages that are sent compressed: the sales-control board alone is 75 KB of markup, over a hall's wireless line.
/// </summary>
/// <remarks>
/// Compression beside encryption gives a secret away where an answer holds both the secret and what an attacker can put into
/// the same answer, byte by byte (BREACH). The pages named here reflect nothing of the request: operation and language are
/// chosen from what there is, ids are looked up. Pages that take text of the asker back in (<c>/login?code=</c>,
/// <c>/check-in?household=</c>), the lists and the whole API are sent as they are.
/// </remarks>
internal static class PackedPages
{
    private static readonly PathString[] Paths = ["/wall", "/hall", "/units", "/plan", "/replay", "/window", "/t", "/m"];

    private const StringComparison Ordinal = StringComparison.Ordinal;

    public static void Add(IServiceCollection services)
    {
        services.AddResponseCompression(static options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(static o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(static o => o.Level = CompressionLevel.Fastest);
    }

    public static void Use(IApplicationBuilder app) => app.UseWhen(IsPacked, static pages => pages.UseResponseCompression());

    private static bool IsPacked(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method)
        && Array.Exists(Paths, p => http.Request.Path.StartsWithSegments(p, Ordinal, out var rest) && !rest.StartsWithSegments("/list", Ordinal));
}

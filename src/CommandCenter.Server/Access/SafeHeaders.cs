namespace CommandCenter.Server.Access;

/// <summary>Says to browsers what pages may do: scripts and everything else from this host alone, no inline script, no framing.</summary>
internal static class SafeHeaders
{
    // Inline style attributes carry widths of bars, and the chart library writes its own styles; scripts never stand inline.
    // A voice note is heard back on the phone before it is sent: blob: is what the page itself has recorded.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return next(http);
    }
}

using CommandCenter.Server.Api;

namespace CommandCenter.Server.Access;

/// <summary>
/// Refuses whatever another site's page makes a browser send. Browsers state the origin of every request that is not a
/// plain read; programs that are no browsers state none, and carry no cookie that they were not given on purpose.
/// </summary>
internal static class SameOrigin
{
    public static async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        if (IsRead(http.Request.Method) || IsOwn(http.Request))
        {
            await next(http);
            return;
        }

        await Problem.CrossOrigin.WriteAsync(http);
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsHost(uri, request.Host)));
    }

    // The scheme is left out: behind a proxy that ends TLS the two differ, and the host is what another site cannot have.
    private static bool IsHost(Uri origin, HostString host) =>
        string.Equals(origin.Host, host.Host, StringComparison.OrdinalIgnoreCase) && (host.Port is null ? origin.IsDefaultPort : origin.Port == host.Port);
}

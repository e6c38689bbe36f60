using System.Text;

namespace CommandCenter.Load.Fuzzing;

/// <summary>Requests as bytes, because no HTTP client would send most of them.</summary>
internal sealed class ApiNonsense(Nonsense some, FuzzOptions options, IReadOnlyList<CommandRow> rows)
{
    private static readonly string[] Paths =
    [
        "/", "/hall", "/wall", "/units", "/login?code=%00", "/hall?culture=%ff", "/hall?operation=../x", "/window/w1", "/window/%2e%2e", "/check-in?household=%00",
        "/t/nobody", "/t/..%2f..%2fkeys", "/assets/../../appsettings.json", "/assets/..%2f..%2fCommandCenter.Server.dll", "/../../etc/passwd", "//etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd", "/..\\..\\x", "/replay", "/plan", "/m", "/cases", "/api/me", "/api/operations", "/api/households?q=%", "/live", "/live/negotiate",
        "/live?id=x", "/health/ready", "/openapi/v1.json", "/api/operations/x/devices", "*", "http://other.example/hall", "/api/enrol", "/api/me?x=%zz",
    ];

    /// <summary>The next request, and whether it is whole; what is cut short gets no answer.</summary>
    public byte[] Next(string? cookie) => some.Random.Next(8) switch
    {
        0 => Request(some.Any("GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "G E T", "get"), some.Any<string>(Paths), cookie, null, "application/json"),
        1 => Request("GET", $"/api/operations/{options.Operation}/boards/{Uri.EscapeDataString(some.Word())}", cookie, null, null),
        2 => Request("POST", "/api/enrol", cookie, some.Broken("""{"code":"AAAA-AAAA","device":"x"}"""), "application/json"),
        3 => Command(cookie, static (text, s) => s.Broken(text)),
        4 => Command(cookie, static (text, s) => s.Random.Next(20) == 0 ? text + new string(' ', 300_000) : text, some.Any("text/plain", "multipart/form-data", "application/xml", "x", "")),
        _ => Command(cookie, static (text, _) => text),
    };

    private byte[] Command(string? cookie, Func<string, Nonsense, string> spoil, string contentType = "application/json")
    {
        var row = rows[some.Random.Next(rows.Count)];
        var path = row.Path.Replace("{op}", some.Random.Next(20) == 0 ? Uri.EscapeDataString(some.Word()) : options.Operation, StringComparison.Ordinal);
        path = string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? Uri.EscapeDataString(some.Word()) : part));
        return Request("POST", path, cookie, spoil(row.Make(some).ToJsonString(), some), contentType);
    }

    private byte[] Request(string method, string path, string? cookie, string? body, string? contentType)
    {
        var text = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: {options.Server.Authority}\r\nConnection: close\r\n");
        text.Append(some.Random.Next(30) == 0 ? "Idempotency-Key: \u0001bad key\r\n" : $"Idempotency-Key: {Key()}\r\n");
        text.Append(some.Random.Next(8) == 0 ? $"Cookie: commandcenter=CfDJ8{Convert.ToBase64String(some.Bytes(60))}\r\n" : cookie is null ? "" : $"Cookie: {cookie}\r\n");
        text.Append(some.Random.Next(8) switch
        {
            0 => "Origin: http://evil.example\r\n",
            1 => "Accept-Language: ;;;q=x,,\r\nRange: bytes=-1-\r\n",
            2 => "X-Forwarded-For: 1.2.3.4\r\nIf-None-Match: \"\r\nAccept: \u00ff\r\n",
            3 => $"X-Long: {new string('x', some.Random.Next(20_000))}\r\n",
            _ => "",
        });
        var bytes = Encoding.UTF8.GetBytes(body ?? "");
        text.Append(contentType is null ? "" : $"Content-Type: {contentType}\r\n");
        text.Append(some.Random.Next(60) == 0 ? "Content-Length: -1\r\n\r\n" : some.Random.Next(60) == 0 ? "Transfer-Encoding: chunked\r\n\r\nzz\r\n" : $"Content-Length: {bytes.Length}\r\n\r\n");
        return [.. Encoding.Latin1.GetBytes(text.ToString()), .. bytes];
    }

    private string Key() => some.Random.Next(4) == 0 ? "same" : Convert.ToHexString(some.Bytes(80)) + "k";
}

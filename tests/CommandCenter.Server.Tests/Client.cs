using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace CommandCenter.Server.Tests;

/// <summary>A device: a browser's worth of HTTP, with a cookie of its own.</summary>
public sealed class Client : IDisposable
{
    private readonly HttpClient _http;
    private Uri _address;
    private int _keys;

    /// <summary>A device without a post.</summary>
    /// <param name="address">The server.</param>
    /// <param name="from">The last number of its own address, 127.0.0.x.</param>
    public Client(Uri address, int from = 1)
    {
        (_address, Cookies) = (address, new());
        _http = new(new SocketsHttpHandler { CookieContainer = Cookies, ConnectCallback = (context, ct) => ConnectAsync(context, from, ct) });
    }

    public CookieContainer Cookies { get; }

    /// <summary>The same device after the server has come back elsewhere.</summary>
    public Client At(Uri address)
    {
        _address = address;
        return this;
    }

    public HttpRequestMessage Request(HttpMethod method, string path) => new(method, new Uri(_address, path));

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    /// <summary>How many bytes of body came over the wire, still packed where the server packed them.</summary>
    public async Task<int> BytesAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return (await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
    }

    public Task<Answer> GetAsync(string path) => SendAsync(Request(HttpMethod.Get, path));

    public async Task JoinAsync(string code)
    {
        var answer = await PostAsync("/api/enrol", new { code, device = "test" });
        Assert.Equal(200, answer.Status);
    }

    public Task<Answer> PostAsync(string path, object? body) =>
        SendAsync(Prepare(path, body is null ? null : JsonContent.Create(body)));

    /// <summary>Gives a command of the sample operation under a key of its own, or the one that is stated.</summary>
    public Task<Answer> GiveAsync(string path, object? body = null, string? key = null, string? language = null) =>
        GiveAsync(path, body is null ? null : JsonContent.Create(body), key, language);

    /// <summary>The same with a body that is not made of an object.</summary>
    public Task<Answer> GiveRawAsync(string path, string body, string contentType = "application/json") =>
        GiveAsync(path, new StringContent(body, Encoding.UTF8, contentType), null, null);

    public void Dispose() => _http.Dispose();

    private Task<Answer> GiveAsync(string path, HttpContent? body, string? key, string? language)
    {
        var request = Prepare(path.StartsWith('/') ? path : $"/api/operations/sample/{path}", body);
        request.Headers.Add("Idempotency-Key", key ?? $"test-{Interlocked.Increment(ref _keys)}-{Guid.NewGuid():N}");
        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        return SendAsync(request);
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, int from, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(IPAddress.Parse($"127.0.0.{from}").MapToIPv6(), 0));
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private HttpRequestMessage Prepare(string path, HttpContent? body)
    {
        var request = Request(HttpMethod.Post, path);
        request.Content = body;
        return request;
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(int Status, string Text, string? ContentType, int? RetryAfter, IReadOnlyList<string> SetCookies)
{
    private JsonElement? _json;

    public JsonElement Json => _json ??= JsonDocument.Parse(Text).RootElement;

    /// <summary>The name of the file that it is to be saved as, or null.</summary>
    public string? FileName { get; private init; }

    public string? Code => Member("code");

    public string? Field => Member("field");

    public string? Title => Member("title");

    public IEnumerable<string> Events => Json.GetProperty("events").EnumerateArray().Select(static e => e.GetProperty("type").GetString()!);

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType,
        (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds,
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : []) { FileName = response.Content.Headers.ContentDisposition?.FileName?.Trim('"') };

    /// <summary>Fails with what came back, unless it is this.</summary>
    public Answer Expect(int status, string? code = null)
    {
        Assert.True(Status == status && (code is null || Code == code), $"Expected {status} {code}, got {Status}: {Text}");
        return this;
    }

    private string? Member(string name) =>
        ContentType == "application/problem+json" && Json.TryGetProperty(name, out var value) ? value.GetString() : null;
}

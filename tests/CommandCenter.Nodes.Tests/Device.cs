using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace CommandCenter.Nodes.Tests;

/// <summary>A device that has joined a post at one node and talks to any.</summary>
public sealed class Device : IDisposable
{
    // Long after every limit inside the server: only a server that hangs meets it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;

    /// <summary>A device without a post.</summary>
    /// <param name="from">The last number of its own address: a device may join ten times a minute from one.</param>
    public Device(int from) => _http = new(new SocketsHttpHandler
    {
        CookieContainer = Cookies, ConnectCallback = (context, ct) => ConnectAsync(context, from, ct),
    }) { Timeout = Patience };

    public CookieContainer Cookies { get; } = new();

    /// <summary>The post that it joined.</summary>
    public PostSheet Post { get; private set; } = new("", "", null, null);

    public async Task JoinAsync(Node node, string code)
    {
        Assert.Equal(200, (await SendAsync(node, "/api/enrol", new { code, device = "test" }, null)).Status);
        Post = JsonSerializer.Deserialize<PostSheet>((await GetAsync(node, "/api/me")).Text, JsonSerializerOptions.Web)!;
    }

    /// <summary>Shows its cookie at a node on another address too, as a browser does where all nodes have one name.</summary>
    public void Know(Node node)
    {
        foreach (var cookie in Cookies.GetAllCookies().DistinctBy(static c => c.Name).ToList())
            Cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, node.Address.Host));
    }

    public async Task<Said> GetAsync(Node node, string path)
    {
        using var response = await _http.GetAsync(new Uri(node.Address, path));
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Gives a command once.</summary>
    public Task<Said> GiveAsync(Node node, Given given) =>
        SendAsync(node, $"/api/operations/sample/{given.Path}", given.Body, given.Key);

    /// <summary>Founds a drill on the sample operation.</summary>
    public Task<Said> FoundAsync(Node node, string key) =>
        SendAsync(node, "/api/operations/sample/drills", new { scenario = "standard-day", seed = 7, speed = 60 }, key);

    /// <summary>Sends a photo of an incident, or a voice note on it.</summary>
    public async Task<Said> AttachAsync(Node node, string incident, string kind, byte[] bytes, string key)
    {
        using var form = new MultipartFormDataContent { { new StringContent("3"), "seconds" }, { new ByteArrayContent(bytes), kind, kind } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Address, $"/api/operations/sample/incidents/{incident}/{kind}s")) { Content = form };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await _http.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Gives a command with the same key until it is answered, as a browser's outbox does; says how often there was no answer.</summary>
    public async Task<(Said Said, int Refused)> InsistAsync(Func<Node> node, Given given)
    {
        var began = Stopwatch.StartNew();
        for (var refused = 0; ; refused++)
        {
            try
            {
                var said = await GiveAsync(node(), given);
                if (said.Status is not (503 or 429)) return (said, refused);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The node died under it.
            }

            // Only a hanging cluster meets it.
            Assert.True(began.Elapsed < Patience * 3, $"{given.Key} was never answered.");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Said> SendAsync(Node node, string path, object body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Address, path)) { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await _http.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, int from, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (context.DnsEndPoint.Host.StartsWith("127.", StringComparison.Ordinal)) socket.Bind(new IPEndPoint(IPAddress.Parse($"127.0.0.{from}"), 0));
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}

/// <summary>A post as the server tells it.</summary>
public sealed record PostSheet(string Post, string Role, string? Group, string? Member);

/// <summary>A command under a key.</summary>
public sealed record Given(string Path, object Body, string Key);

/// <summary>An answer.</summary>
public sealed record Said(int Status, string Text);

using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>A screen without an account on the hub: the JSON protocol over a web socket, every message as text with its panels unpacked.</summary>
internal sealed class LiveWatcher : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();
    private readonly Queue<string> _unread = new();
    private string _part = "";

    public static async Task<LiveWatcher> ConnectAsync(Uri server)
    {
        var watcher = new LiveWatcher();
        await watcher._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/live", Query = "culture=zh" }.Uri, CancellationToken.None);
        await watcher.SendAsync(new { protocol = "json", version = 1 });
        await watcher.NextAsync();
        return watcher;
    }

    public Task InvokeAsync(string target, params object[] arguments) => SendAsync(new { type = 1, target, arguments });

    /// <summary>The next message; base64 of gzip inside it is unpacked.</summary>
    public async Task<string> NextAsync()
    {
        while (_unread.Count == 0)
        {
            await ReceiveAsync().Expected("a message of the hub");
        }

        return _unread.Dequeue();
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task SendAsync(object message) =>
        await _socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + End), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task ReceiveAsync()
    {
        var buffer = new byte[1 << 20];
        var length = 0;
        ValueWebSocketReceiveResult got;
        do
        {
            got = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += got.Count;
        }
        while (!got.EndOfMessage);
        var parts = (_part + Encoding.UTF8.GetString(buffer, 0, length)).Split(End);
        _part = parts[^1];
        foreach (var message in parts[..^1])
        {
            _unread.Enqueue(Readable(message));
        }
    }

    // Strings are decoded: a name must not hide behind an escape.
    private static string Readable(string message)
    {
        using var json = JsonDocument.Parse(message);
        return json.RootElement.TryGetProperty("arguments", out var arguments)
            ? json.RootElement.GetProperty("target").GetString() + "\n" + string.Join('\n', arguments.EnumerateArray().Select(static a => Plain(a.ToString())))
            : message;
    }

    private static string Plain(string text)
    {
        if (!text.StartsWith("H4sI", StringComparison.Ordinal))
        {
            return text;
        }

        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
        return new StreamReader(gzip).ReadToEnd();
    }
}

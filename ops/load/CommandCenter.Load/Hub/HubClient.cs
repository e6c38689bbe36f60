using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using CommandCenter.Load.Devices;

namespace CommandCenter.Load.Hub;

/// <summary>
/// One connection to the hub <c>/live</c>: the JSON protocol over a web socket. Reconnecting is the caller's business.
/// Safe on any thread.
/// </summary>
public sealed class HubClient : IAsyncDisposable
{
    private const byte End = 0x1e;

    // The server gives up on a client that is silent for thirty seconds.
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly byte[] Ping = [.. """{"type":6}"""u8, End];

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _answers = new();
    private readonly IHubListener _listener;
    private long _calls;
    private string? _farewell;
    private volatile bool _isCut;

    private HubClient(IHubListener listener) => _listener = listener;

    /// <summary>Completes when the connection has ended, with what the server said about it, or null.</summary>
    public Task<string?> Ended { get; private set; } = Task.FromResult<string?>(null);

    /// <summary>Connects and shakes hands.</summary>
    /// <param name="server">The server's address.</param>
    /// <param name="listener">Who is told what the server says.</param>
    /// <param name="cookies">The device's cookies; null for a screen without a post.</param>
    /// <param name="culture">The language of the panels: <c>zh</c> or <c>en</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HubException">The server refuses the handshake.</exception>
    /// <exception cref="WebSocketException">There is no connection to be had.</exception>
    public static async Task<HubClient> ConnectAsync(
        Uri server, IHubListener listener, CookieContainer? cookies = null, string culture = "zh", CancellationToken cancellationToken = default)
    {
        var client = new HubClient(listener);
        try
        {
            await OpenAsync(client._socket, server, $"culture={culture}", cookies, cancellationToken);
            client.Ended = Task.Run(client.ReadAsync, CancellationToken.None);
            await client.SendAsync("""{"protocol":"json","version":1}"""u8.ToArray(), cancellationToken);
            await client._greeted.Task.WaitAsync(cancellationToken);
            _ = client.KeepAliveAsync();
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the socket alone, without a word.</summary>
    /// <exception cref="WebSocketException">There is no connection to be had.</exception>
    internal static async Task OpenAsync(ClientWebSocket socket, Uri server, string query, CookieContainer? cookies, CancellationToken cancellationToken)
    {
        var scheme = server.Scheme == Uri.UriSchemeHttps ? "wss" : "ws";
        using var line = new HttpMessageInvoker(StraightLine.Open(cookies));
        await socket.ConnectAsync(new UriBuilder(server) { Scheme = scheme, Path = "/live", Query = query }.Uri, line, cancellationToken);
    }

    /// <summary>Calls and waits until the server has done it.</summary>
    /// <exception cref="HubException">The server refuses, or the line is cut meanwhile.</exception>
    public async Task InvokeAsync(string target, object?[] arguments, CancellationToken cancellationToken = default)
    {
        var invocationId = Interlocked.Increment(ref _calls).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = _answers[invocationId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { type = 1, invocationId, target, arguments }), cancellationToken);
        if (_isCut)
        {
            throw new HubException("The line is cut.");
        }

        await answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Sends a record, whatever it is; its separator is added.</summary>
    public Task SendAsync(ReadOnlyMemory<byte> record, CancellationToken cancellationToken = default) =>
        SendFrameAsync((byte[])[.. record.Span, End], WebSocketMessageType.Text, true, cancellationToken);

    /// <summary>Sends a frame just as it is.</summary>
    public async Task SendFrameAsync(
        ReadOnlyMemory<byte> bytes, WebSocketMessageType type, bool endOfMessage, CancellationToken cancellationToken = default)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(bytes, type, endOfMessage, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Ends the connection at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Abort();
        await Ended;
        _socket.Dispose();
    }

    private async Task<string?> ReadAsync()
    {
        try
        {
            await ReadRecordsAsync();
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The line is cut, by either side.
        }

        // First this: a call that is made from here on sees it, an earlier one stands among the answers.
        _isCut = true;
        var end = new HubException(_farewell ?? "The line is cut.");
        _greeted.TrySetException(end);
        foreach (var answer in _answers.Values)
        {
            answer.TrySetException(end);
        }

        return _farewell;
    }

    private async Task ReadRecordsAsync()
    {
        var buffer = new byte[4096];
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var got = await _socket.ReceiveAsync(buffer.AsMemory(filled), _stop.Token);
            if (got.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            filled = TakeRecords(buffer.AsSpan(0, filled + got.Count));
        }
    }

    // What is left of a record whose end has not come yet stands at the beginning afterwards.
    private int TakeRecords(Span<byte> bytes)
    {
        var rest = bytes;
        for (var length = rest.IndexOf(End); length >= 0; length = rest.IndexOf(End))
        {
            Take(rest[..length]);
            rest = rest[(length + 1)..];
        }

        rest.CopyTo(bytes);
        return rest.Length;
    }

    private void Take(ReadOnlySpan<byte> record)
    {
        // Calls are nearly everything that comes, and the server writes the type first.
        if (record.StartsWith("{\"type\":1,"u8))
        {
            _listener.Called(record);
            return;
        }

        var reader = new Utf8JsonReader(record);
        using var json = JsonDocument.ParseValue(ref reader);
        var message = json.RootElement;
        var error = message.TryGetProperty("error", out var text) ? text.GetString() : null;
        switch (message.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case 0: Complete(_greeted, error); break;
            case 3 when _answers.TryRemove(message.GetProperty("invocationId").GetString()!, out var answer): Complete(answer, error); break;
            case 7: _farewell = error ?? "The server closes the line."; break;
        }
    }

    private static void Complete(TaskCompletionSource task, string? error)
    {
        if (error is null)
        {
            task.TrySetResult();
        }
        else
        {
            task.TrySetException(new HubException(error));
        }
    }

    private async Task KeepAliveAsync()
    {
        using var timer = new PeriodicTimer(PingEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                await SendFrameAsync(Ping, WebSocketMessageType.Text, true, _stop.Token);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Whoever waits for the connection's end is told there.
        }
    }
}

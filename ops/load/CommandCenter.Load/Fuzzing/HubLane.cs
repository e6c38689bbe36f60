using System.Net.WebSockets;
using CommandCenter.Load.Devices;
using CommandCenter.Load.Hub;

namespace CommandCenter.Load.Fuzzing;

/// <summary>Sends nonsense to the hub, one frame after the other, and connects again wherever the server had enough.</summary>
internal sealed class HubLane(FuzzOptions options, int lane, Device? device) : IHubListener
{
    // Longer than any server needs to take a connection; then it is gone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Nonsense _some = new(new(HashCode(options.Seed, lane)));

    /// <summary>Connections opened so far.</summary>
    public int Connections { get; private set; }

    /// <inheritdoc/>
    public void Called(ReadOnlySpan<byte> record)
    {
        // What the server says to nonsense is its own affair.
    }

    /// <summary>Sends so many.</summary>
    /// <exception cref="WebSocketException">The server takes no connection any more.</exception>
    public async Task RunAsync(int messages, Action sent, CancellationToken cancellationToken)
    {
        var nonsense = new HubNonsense(_some, options.Operation);
        HubClient? client = null;
        for (var n = 0; n < messages; n++)
        {
            if (n % 100 == 99)
            {
                await GreetWronglyAsync(cancellationToken);
            }

            client = await ConnectedAsync(client, cancellationToken);
            var (bytes, type, end) = nonsense.Next();
            try
            {
                await client.SendFrameAsync(bytes, type, end, cancellationToken);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // The server cut the line; the next message opens another.
            }

            sent();
        }

        await (client?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>The same on every run and machine.</summary>
    internal static int HashCode(int seed, int lane) => unchecked((seed * 7_919) + lane);

    private async Task<HubClient> ConnectedAsync(HubClient? client, CancellationToken cancellationToken)
    {
        if (client is { Ended.IsCompleted: false })
        {
            return client;
        }

        await (client?.DisposeAsync() ?? ValueTask.CompletedTask);
        Connections++;
        return await HubClient.ConnectAsync(options.Server, this, device?.Cookies, _some.Any("zh", "en", "%00"), cancellationToken)
            .WaitAsync(Patience, cancellationToken);
    }

    private async Task GreetWronglyAsync(CancellationToken cancellationToken)
    {
        using var socket = new ClientWebSocket();
        Connections++;
        await HubClient.OpenAsync(socket, options.Server, "", null, cancellationToken).WaitAsync(Patience, cancellationToken);
        var greeting = _some.Any(
            "{}\u001e", "\u001e", "{\"protocol\":\"json\",\"version\":99}\u001e", "{\"protocol\":\"messagepack\",\"version\":1}\u001e", "{\"protocol\":7}\u001e", "x");
        try
        {
            await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(greeting), WebSocketMessageType.Binary, true, cancellationToken);
            for (var n = 0; n < 3; n++)
            {
                await socket.SendAsync(_some.Bytes(500), WebSocketMessageType.Binary, true, cancellationToken);
            }
        }
        catch (Exception e) when (e is WebSocketException && !cancellationToken.IsCancellationRequested)
        {
            // Cut, and rightly so.
        }

        socket.Abort();
    }
}

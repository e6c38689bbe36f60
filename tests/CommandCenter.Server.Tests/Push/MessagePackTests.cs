using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using CommandCenter.TestKit;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CommandCenter.Server.Tests.Push;

/// <summary>The hub's other protocol, over a real socket: for programs that would rather not read text.</summary>
public sealed class MessagePackTests(SharedServer shared) : IClassFixture<SharedServer>, IInvocationBinder
{
    private readonly MessagePackHubProtocol _protocol = new();
    private ReadOnlySequence<byte> _unread;

    [Fact]
    public async Task Watch_OverMessagePack_IsAnsweredAndThePanelComes()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(shared.Server.Address) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None);
        await socket.SendAsync("{\"protocol\":\"messagepack\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Binary, true, CancellationToken.None);
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(await ReceiveAsync(socket)));

        await SendAsync(socket, new InvocationMessage("1", "watch", ["sample", new[] { "hall" }]));
        await SendAsync(socket, new InvocationMessage("2", "since", ["sample", "hall", 0L]));
        await SendAsync(socket, new InvocationMessage("3", "watch", ["sample", new[] { "site" }]));

        Assert.Null((await NextAsync<CompletionMessage>(socket, static m => m.InvocationId == "1")).Error);
        var panel = await NextAsync<InvocationMessage>(socket, static m => m.Target == "panel");
        Assert.Equal("hall", panel.Arguments[0]);
        Assert.IsType<string>(panel.Arguments[2]);
        var refusal = await NextAsync<CompletionMessage>(socket, static m => m.InvocationId == "3");
        Assert.Contains("topic-not-allowed", refusal.Error, StringComparison.Ordinal);
    }

    public Type GetReturnType(string invocationId) => typeof(object);

    public IReadOnlyList<Type> GetParameterTypes(string methodName) => methodName switch
    {
        "panel" => [typeof(string), typeof(long), typeof(string)],
        "pulse" => [typeof(string), typeof(long), typeof(string), typeof(double)],
        _ => [typeof(string), typeof(long), typeof(string), typeof(string)],
    };

    public Type GetStreamItemType(string streamId) => typeof(object);

    private async Task SendAsync(ClientWebSocket socket, HubMessage message) =>
        await socket.SendAsync(_protocol.GetMessageBytes(message), WebSocketMessageType.Binary, true, CancellationToken.None);

    private async Task<T> NextAsync<T>(ClientWebSocket socket, Func<T, bool> wanted)
        where T : HubMessage
    {
        while (true)
        {
            while (_protocol.TryParseMessage(ref _unread, this, out var message))
            {
                if (message is T found && wanted(found))
                {
                    return found;
                }
            }

            _unread = new(_unread.ToArray().Concat(await ReceiveAsync(socket)).ToArray());
        }
    }

    private static async Task<byte[]> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var got = await socket.ReceiveAsync(buffer, CancellationToken.None).Expected("bytes of the hub");
        return buffer[..got.Count];
    }
}

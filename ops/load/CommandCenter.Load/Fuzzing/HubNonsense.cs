using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommandCenter.Load.Fuzzing;

/// <summary>Frames for the hub.</summary>
internal sealed class HubNonsense(Nonsense some, string operation)
{
    private const char End = '\u001e';

    /// <summary>The next frame.</summary>
    public (byte[] Bytes, WebSocketMessageType Type, bool EndOfMessage) Next() => some.Random.Next(12) switch
    {
        0 => Text(some.Broken(Call()) + End),
        1 => Text(string.Concat(Enumerable.Repeat(some.Any("", "{}", Call()) + End, some.Random.Next(1, 20)))),
        2 => Text(Type() + End),
        3 => Text(Call(some.Word()) + End),
        4 => Text(Call() + End) with { Bytes = Oversized() },
        5 => (some.Bytes(2_000), WebSocketMessageType.Binary, true),
        6 => Text(Call()) with { EndOfMessage = some.Random.Next(2) == 0 },
        7 => Text(ManyTopics() + End),
        _ => Text(Call() + End),
    };

    // Near to what screens send: the right names, then whatever.
    private string Call(string? target = null)
    {
        var arguments = new JsonArray();
        for (var n = some.Any(0, 1, 2, 2, 2, 3, 3, 3, 4); n > 0; n--)
        {
            arguments.Add(some.Any(0, 1, 2) switch
            {
                0 => JsonValue.Create(operation),
                1 => new JsonArray([.. Enumerable.Range(0, some.Random.Next(5)).Select(_ => JsonValue.Create(some.Word()))]),
                _ => some.Value(),
            });
        }

        return new JsonObject
        {
            ["type"] = some.Any(1, 1, 1, 1, 4), ["invocationId"] = some.Any<JsonNode?>(null, some.Word(), 7, "1"),
            ["target"] = target ?? some.Any("watch", "unwatch", "since", "Watch", "OnConnectedAsync", "Dispose"), ["arguments"] = arguments,
        }.ToJsonString();
    }

    private string Type() => new JsonObject
    {
        ["type"] = some.Any<JsonNode?>(null, 0, 2, 3, 4, 5, 6, 8, 9, 99, -1, "x", 1.5), ["invocationId"] = some.Value(), ["item"] = some.Value(),
        ["result"] = some.Value(), ["sequenceId"] = some.Value(), ["streamIds"] = some.Value(), ["headers"] = some.Value(),
    }.ToJsonString();

    private string ManyTopics() => JsonSerializer.Serialize(new
    {
        type = 1, invocationId = "9", target = "watch",
        arguments = new object[] { operation, Enumerable.Range(0, some.Random.Next(300)).Select(n => some.Any("ticket:", "window:", "x") + n).ToArray() },
    });

    private byte[] Oversized()
    {
        var bytes = new byte[some.Random.Next(33_000, 80_000)];
        Array.Fill(bytes, (byte)some.Any(' ', '[', 'a', End));
        return bytes;
    }

    private static (byte[] Bytes, WebSocketMessageType Type, bool EndOfMessage) Text(string text) =>
        (Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true);
}

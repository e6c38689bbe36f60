using System.Collections.Immutable;
using System.Text.Json;

namespace CommandCenter.Load.Hub;

/// <summary>A call of the server, e.g. <c>panel(topic, sequence, html)</c>.</summary>
/// <param name="Target">What is called.</param>
/// <param name="Arguments">With what.</param>
public sealed record HubCall(string Target, ImmutableArray<JsonElement> Arguments)
{
    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">It is no call.</exception>
    public static HubCall Read(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record);
        using var json = JsonDocument.ParseValue(ref reader);
        return json.RootElement.TryGetProperty("target", out var target) && json.RootElement.TryGetProperty("arguments", out var arguments)
            ? new(target.GetString()!, [.. arguments.EnumerateArray().Select(static a => a.Clone())])
            : throw new JsonException("A call has a target and arguments.");
    }

    /// <summary>Target and arguments, one a line, as a person would read them: no escapes, panels unpacked.</summary>
    public string PlainText => string.Join('\n', Arguments.Select(static a => PanelWire.Unpack(a.ToString())).Prepend(Target));
}

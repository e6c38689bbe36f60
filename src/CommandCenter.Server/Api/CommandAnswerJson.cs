using System.Text.Json;
using CommandCenter.Journal;

namespace CommandCenter.Server.Api;

/// <summary>
/// The answer to a command: <c>{sequence, version, events: [{type, payload}]}</c>. Sequence and version are those of the
/// last event, and absent where nothing followed. The same command again gets the same bytes.
/// </summary>
internal static class CommandAnswerJson
{
    public static byte[] Write(CommandAnswer answer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (answer.Entries is [.., var last])
            {
                json.WriteNumber("sequence", last.Sequence);
                json.WriteNumber("version", last.Version);
            }

            json.WriteStartArray("events");
            foreach (var entry in answer.Entries)
            {
                json.WriteStartObject();
                json.WriteString("type", entry.EventType);
                json.WritePropertyName("payload");
                json.WriteRawValue(entry.Payload.Span, skipInputValidation: true);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}

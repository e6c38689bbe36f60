using System.Text;
using System.Text.Json;
using CommandCenter.Journal.Events;

namespace CommandCenter.Domain.Tests.Properties;

/// <summary>Events as they come back from a journal, and states in a form that can be compared.</summary>
internal static class Stored
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    /// <summary>Written and read again.</summary>
    public static IEvent Copy(IEvent e)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            EventRegistry.Default.Write(e, writer);
        }

        return EventRegistry.Default.Read(1, EventRegistry.Default.NameOf(e), stream.ToArray());
    }

    public static string Show(object state) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(state, state.GetType(), Json));
}

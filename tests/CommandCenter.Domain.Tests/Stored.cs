using System.Text.Json;
using System.Text.Json.Serialization;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Events;

namespace CommandCenter.Domain.Tests;

/// <summary>Events as they come back from a journal, and states in a form that can be compared.</summary>
internal static class Stored
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true, Converters = { new ShownIds() } };

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

    public static string Show(object state) => JsonSerializer.Serialize(state, state.GetType(), Json);

    // States may hold ids that are not set yet; what is stored may not.
    private sealed class ShownIds : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ShownId<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class ShownId<TId> : JsonConverter<TId>
        where TId : struct, IId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("States are shown, not read.");

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Value ?? string.Empty);
    }
}

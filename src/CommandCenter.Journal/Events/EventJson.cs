using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CommandCenter.Journal.Events;

/// <summary>
/// The stored form of events: camelCase, enums as words, amounts as strings, Chinese left readable. A stored shape is
/// complete, so every member is required and none is unknown: what does not fit is corrupt, never guessed.
/// </summary>
internal static class EventJson
{
    /// <summary>Reads and writes payloads.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>For <see cref="Utf8JsonWriter"/>s that payloads are written to; the encoder is the writer's, not the serializer's.</summary>
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The worked-out contract of a type.</summary>
    public static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            Converters =
            {
                new EnumNameConverter(),
                new DecimalTextConverter(),
            },
            TypeInfoResolver = EventJsonContext.Default.WithAddedModifier(StoreEveryMember),
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What can only be read off a record follows from its members; it is not one.</summary>
    private static void StoreEveryMember(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.Set is null && property.AssociatedParameter is null) type.Properties.RemoveAt(i);
            else property.IsRequired = true;
        }
    }
}

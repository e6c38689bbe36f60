using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Journal.Events;

/// <summary>Writes a dictionary as an object in the ordinal order of its keys: equal content gives equal bytes.</summary>
/// <typeparam name="TKey">An identifier.</typeparam>
/// <typeparam name="TValue">An identifier.</typeparam>
internal sealed class OrdinalDictionaryConverter<TKey, TValue> : JsonConverter<ImmutableDictionary<TKey, TValue>>
    where TKey : struct, IId<TKey>
    where TValue : struct, IId<TValue>
{
    /// <inheritdoc/>
    public override ImmutableDictionary<TKey, TValue> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An object is expected.");
        var pairs = ImmutableDictionary.CreateBuilder<TKey, TValue>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = TKey.From(reader.GetString()!);
            reader.Read();
            if (reader.TokenType != JsonTokenType.String) throw new JsonException("An identifier must be a string.");
            if (!pairs.TryAdd(key, TValue.From(reader.GetString()!))) throw new JsonException($"'{key}' occurs twice.");
        }

        return pairs.ToImmutable();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImmutableDictionary<TKey, TValue> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, item) in value.OrderBy(static pair => pair.Key.Value, StringComparer.Ordinal))
            writer.WriteString(key.Value, item.Value);
        writer.WriteEndObject();
    }
}

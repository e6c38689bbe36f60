using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Plans;

/// <summary>
/// Writes the owners by zone in the order of the zones' ids. A dictionary has an order of its own in every process; the
/// plan is stored in the journal, and the same plan must be the same bytes everywhere or chains would differ.
/// </summary>
public sealed class ZoneOwnersConverter : JsonConverter<ImmutableDictionary<ZoneId, GroupId>>
{
    /// <inheritdoc/>
    public override ImmutableDictionary<ZoneId, GroupId> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The owners by zone must be an object.");
        }

        var owners = ImmutableDictionary.CreateBuilder<ZoneId, GroupId>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var zone = ZoneId.From(reader.GetString()!);
            if (!reader.Read() || reader.TokenType != JsonTokenType.String || !owners.TryAdd(zone, GroupId.From(reader.GetString()!)))
            {
                throw new JsonException($"The owner of '{zone}' must be one group.");
            }
        }

        return owners.ToImmutable();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImmutableDictionary<ZoneId, GroupId> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (zone, group) in value.OrderBy(static p => p.Key.Value, StringComparer.Ordinal))
        {
            writer.WriteString(zone.Value, group.Value);
        }

        writer.WriteEndObject();
    }
}

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
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Dictionary<ZoneId, GroupId>>(ref reader, options)?.ToImmutableDictionary()
        ?? throw new JsonException("The owners by zone must be an object.");

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

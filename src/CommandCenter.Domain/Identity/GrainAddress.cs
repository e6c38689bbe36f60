using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommandCenter.Domain.Identity;

/// <summary>Where a grain lives inside an operation: <c>kind/key</c>, e.g. <c>window/w3</c>.</summary>
/// <param name="Kind">One of the kinds in <see cref="Deciders"/>.</param>
/// <param name="Key">The entity's id; see <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(GrainAddressConverter))]
public readonly record struct GrainAddress(string Kind, string Key)
{
    /// <summary>The operation itself.</summary>
    public static readonly GrainAddress Operation = new("operation", "self");

    /// <summary>All flats of the operation.</summary>
    public static readonly GrainAddress Inventory = new("inventory", "main");

    /// <summary>The order of selection.</summary>
    public static readonly GrainAddress Draw = new("draw", "order");

    /// <summary>The drill, where the operation is one.</summary>
    public static readonly GrainAddress Drill = new("drill", "self");

    /// <summary>What was forecast, and ordered on the strength of it.</summary>
    public static readonly GrainAddress Forecast = new("forecast", "self");

    /// <summary>The check of whether every post can be reached.</summary>
    public static readonly GrainAddress Communication = new("communication", "self");

    /// <summary>The grain of a household.</summary>
    public static GrainAddress Of(HouseholdId id) => new("household", id.Value);

    /// <summary>The queue of a step.</summary>
    public static GrainAddress Of(StepId id) => new("queue", id.Value);

    /// <summary>The grain of a window.</summary>
    public static GrainAddress Of(WindowId id) => new("window", id.Value);

    /// <summary>The grain of a task group.</summary>
    public static GrainAddress Of(GroupId id) => new("group", id.Value);

    /// <summary>The grain of an incident.</summary>
    public static GrainAddress Of(IncidentId id) => new("incident", id.Value);

    /// <summary>The grain of a case.</summary>
    public static GrainAddress Of(CaseId id) => new("case", id.Value);

    /// <summary>The grain of an answer card.</summary>
    public static GrainAddress Of(CardId id) => new("card", id.Value);

    /// <summary>The grain of a finding.</summary>
    public static GrainAddress Of(FindingId id) => new("finding", id.Value);

    /// <summary>The grain of a meeting.</summary>
    public static GrainAddress Of(MeetingId id) => new("meeting", id.Value);

    /// <summary>The grain of a place of the site.</summary>
    public static GrainAddress Of(ZoneId id) => new("zone", id.Value);

    /// <summary>Reads <c>kind/key</c>; both parts must follow <see cref="IdSyntax"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GrainAddress address)
    {
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash > 0 && IdSyntax.IsValid(text![..slash]) && IdSyntax.IsValid(text[(slash + 1)..]))
        {
            address = new(text[..slash], text[(slash + 1)..]);
            return true;
        }

        address = default;
        return false;
    }

    /// <summary>Reads <c>kind/key</c>.</summary>
    /// <exception cref="FormatException">The text is not an address.</exception>
    public static GrainAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is not a grain address.");

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}/{Key}";

    private sealed class GrainAddressConverter : JsonConverter<GrainAddress>
    {
        public override GrainAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var address) ? address : throw new JsonException("A grain address reads kind/key.");

        public override void Write(Utf8JsonWriter writer, GrainAddress value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

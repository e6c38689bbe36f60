using System.Text.Json.Nodes;

namespace CommandCenter.Journal.Events.Upcasting;

/// <summary>
/// Turns the stored shape of one version into that of the next. Applied one after another until the present version is
/// reached; what is stored stays as it is. Pure: the same payload gives the same payload.
/// </summary>
public interface IUpcaster
{
    /// <summary>The stored name that it reads, e.g. <c>group.roll-missed.v1</c>.</summary>
    string From { get; }

    /// <summary>The stored name that it makes of it, e.g. <c>group.roll-missed.v2</c>.</summary>
    string To { get; }

    /// <summary>The payload in the next shape. May change and return the one given.</summary>
    /// <exception cref="FormatException">The payload is not of the shape it reads.</exception>
    JsonObject Upcast(JsonObject payload);
}

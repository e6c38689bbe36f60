using System.Text.Json.Nodes;

namespace CommandCenter.Journal.Events.Upcasting;

/// <summary>
/// A missed roll call had one grade at first: a member had not reported. The second version tells amber from red, and
/// what the first recorded is exactly what amber means; nothing further was due then.
/// </summary>
internal sealed class RollMissedFromV1 : IUpcaster
{
    /// <inheritdoc/>
    public string From => "group.roll-missed.v1";

    /// <inheritdoc/>
    public string To => "group.roll-missed.v2";

    /// <inheritdoc/>
    public JsonObject Upcast(JsonObject payload)
    {
        payload["red"] = false;
        payload["next"] = null;
        return payload;
    }
}

using System.Text.Json.Nodes;

namespace CommandCenter.Journal.Events.Upcasting;

/// <summary>
/// An escalation at first looked at the posts of the plan alone and did not say which it had passed over. That it skipped
/// nobody is what it recorded; whether somebody was there, nobody knew.
/// </summary>
internal sealed class IncidentEscalatedFromV1 : IUpcaster
{
    /// <inheritdoc/>
    public string From => "incident.escalated.v1";

    /// <inheritdoc/>
    public string To => "incident.escalated.v2";

    /// <inheritdoc/>
    public JsonObject Upcast(JsonObject payload)
    {
        payload["skipped"] = new JsonArray();
        payload["nobodyThere"] = false;
        return payload;
    }
}

using System.Text.Json.Nodes;

namespace CommandCenter.Journal.Events.Upcasting;

/// <summary>A drill had no objectives at first, and its injects said in words alone what was expected.</summary>
internal sealed class DrillPreparedFromV1 : IUpcaster
{
    /// <inheritdoc/>
    public string From => "drill.prepared.v1";

    /// <inheritdoc/>
    public string To => "drill.prepared.v2";

    /// <inheritdoc/>
    public JsonObject Upcast(JsonObject payload)
    {
        foreach (var inject in payload["injects"]?.AsArray() ?? throw new FormatException("The injects are missing."))
        {
            InjectDeliveredFromV1.Complete(inject!.AsObject());
        }

        payload["objectives"] = new JsonArray();
        return payload;
    }
}

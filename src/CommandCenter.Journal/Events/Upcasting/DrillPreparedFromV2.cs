using System.Text.Json.Nodes;

namespace CommandCenter.Journal.Events.Upcasting;

/// <summary>The expected actions of its injects did not name a step or a group at first.</summary>
internal sealed class DrillPreparedFromV2 : IUpcaster
{
    /// <inheritdoc/>
    public string From => "drill.prepared.v2";

    /// <inheritdoc/>
    public string To => "drill.prepared.v3";

    /// <inheritdoc/>
    public JsonObject Upcast(JsonObject payload)
    {
        foreach (var inject in payload["injects"]?.AsArray() ?? throw new FormatException("The injects are missing."))
        {
            InjectDeliveredFromV2.Complete(inject!.AsObject());
        }

        return payload;
    }
}

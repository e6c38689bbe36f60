using System.Text.Json.Nodes;

namespace CommandCenter.Journal.Events.Upcasting;

/// <summary>An expected action did not name a step or a group at first; then any counts, as it did.</summary>
internal sealed class InjectDeliveredFromV2 : IUpcaster
{
    /// <inheritdoc/>
    public string From => "drill.inject-delivered.v2";

    /// <inheritdoc/>
    public string To => "drill.inject-delivered.v3";

    /// <inheritdoc/>
    public JsonObject Upcast(JsonObject payload)
    {
        Complete(payload["inject"]?.AsObject() ?? throw new FormatException("The inject is missing."));
        return payload;
    }

    /// <summary>The inject with what its action did not say.</summary>
    internal static void Complete(JsonObject inject)
    {
        if (inject["action"] is JsonObject action)
        {
            action["step"] = null;
            action["group"] = null;
        }
    }
}

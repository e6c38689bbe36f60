using System.Text.Json.Nodes;

namespace CommandCenter.Journal.Events.Upcasting;

/// <summary>An inject did not say at first what it waits for, which action is expected and who watches for it.</summary>
internal sealed class InjectDeliveredFromV1 : IUpcaster
{
    /// <inheritdoc/>
    public string From => "drill.inject-delivered.v1";

    /// <inheritdoc/>
    public string To => "drill.inject-delivered.v2";

    /// <inheritdoc/>
    public JsonObject Upcast(JsonObject payload)
    {
        Complete(payload["inject"]?.AsObject() ?? throw new FormatException("The inject is missing."));
        return payload;
    }

    /// <summary>The inject with what it did not say.</summary>
    internal static void Complete(JsonObject inject)
    {
        inject["when"] = null;
        inject["action"] = null;
        inject["evaluator"] = null;
    }
}

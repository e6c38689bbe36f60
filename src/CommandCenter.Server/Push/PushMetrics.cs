using System.Diagnostics.Metrics;

namespace CommandCenter.Server.Push;

/// <summary>What pushing costs and how much of it there is.</summary>
public static class PushMetrics
{
    /// <summary>The meter's name.</summary>
    public const string Name = "CommandCenter.Push";

    /// <summary>Panels rendered, by kind of topic.</summary>
    public const string PanelsRendered = "commandcenter.panels.rendered";

    /// <summary>Panels sent to a group, by kind of topic.</summary>
    public const string PanelsSent = "commandcenter.panels.sent";

    /// <summary>Screens connected.</summary>
    public const string Connections = "commandcenter.connections";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> RenderedCount = Meter.CreateCounter<long>(PanelsRendered);
    private static readonly Counter<long> SentCount = Meter.CreateCounter<long>(PanelsSent);
    private static readonly UpDownCounter<long> ConnectionCount = Meter.CreateUpDownCounter<long>(Connections);

    internal static void Rendered(string topic) => RenderedCount.Add(1, Kind(topic));

    internal static void Sent(string topic) => SentCount.Add(1, Kind(topic));

    internal static void Connected(int by) => ConnectionCount.Add(by);

    private static KeyValuePair<string, object?> Kind(string topic)
    {
        var colon = topic.IndexOf(':', StringComparison.Ordinal);
        return new("kind", colon < 0 ? topic : topic[..colon]);
    }
}

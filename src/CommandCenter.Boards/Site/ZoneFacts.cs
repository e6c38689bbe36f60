using CommandCenter.Domain.Zones;

namespace CommandCenter.Boards.Site;

/// <summary>What is known of a place of the site.</summary>
internal sealed class ZoneFacts
{
    public ZoneCondition State { get; set; }

    public string? Reason { get; set; }

    /// <summary>When that was said.</summary>
    public DateTimeOffset? Since { get; set; }
}

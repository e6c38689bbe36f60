using System.Collections.Immutable;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans.Documents;

/// <summary>The clocks of the four severities.</summary>
internal static class SeveritySection
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static SeverityClock Read(YamlMap map)
    {
        var clock = new SeverityClock(
            map.Whole("severity", 1, 4), map.Duration("acknowledge", Shortest, Longest), map.Duration("reach", Shortest, Longest),
            map.Duration("resolve", Shortest, Longest), map.Duration("silence", Shortest, Longest));
        if (clock.Reach < clock.Acknowledge && clock.Reach > TimeSpan.Zero)
        {
            map.Fault("reach", "到场时限不应短于确认时限。", "The time to reach must not be shorter than the time to acknowledge.");
        }

        if (clock.Resolve < clock.Reach && clock.Resolve > TimeSpan.Zero)
        {
            map.Fault("resolve", "处置时限不应短于到场时限。", "The time to resolve must not be shorter than the time to reach.");
        }

        return clock;
    }

    /// <summary>Each severity once, the worst first.</summary>
    public static void Check(YamlMap root, ImmutableArray<SeverityClock> clocks)
    {
        if (!clocks.Select(static c => c.Severity).SequenceEqual([1, 2, 3, 4]))
        {
            root.Fault("severities", "应依次为 1、2、3、4 四个级别，每级一次。", "The severities must be 1, 2, 3 and 4 in this order, once each.");
        }
    }
}

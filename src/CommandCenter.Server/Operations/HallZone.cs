using CommandCenter.Domain.Plans;

namespace CommandCenter.Server.Operations;

/// <summary>The time zone of the hall.</summary>
internal static class HallZone
{
    /// <summary>The zone that the plan names; on a machine without that zone, the plan's own distance from UTC.</summary>
    public static TimeZoneInfo Of(Plan plan) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(plan.TimeZone, out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone(plan.TimeZone, plan.Opens.Offset, plan.TimeZone, plan.TimeZone);
}

using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans.Documents;

/// <summary>What the times of the day must satisfy.</summary>
internal static class DayRules
{
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(18);

    public static void Check(YamlMap root, Plan plan)
    {
        if (plan.Opens == default || plan.Closes == default)
        {
            return;
        }

        if (plan.Closes <= plan.Opens || plan.Closes - plan.Opens > LongestDay)
        {
            root.Fault(
                "closes", $"结束时间应晚于开始时间，且不超过 {LongestDay.TotalHours} 小时。",
                $"The day must close after it opens, and within {LongestDay.TotalHours} hours.");
        }

        if (plan.Closes.Offset != plan.Opens.Offset)
        {
            root.Fault("closes", "开始与结束时间的时差应一致。", "Opening and closing must have the same offset.");
        }

        CheckZone(root, plan);
    }

    private static void CheckZone(YamlMap root, Plan plan)
    {
        if (plan.TimeZone.Length == 0)
        {
            return;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(plan.TimeZone, out var zone))
        {
            if (zone.GetUtcOffset(plan.Opens) != plan.Opens.Offset)
            {
                root.Fault(
                    "opens", $"时差与时区 {plan.TimeZone} 不符。", $"The offset is not that of the time zone {plan.TimeZone}.");
            }
        }
        else if (TimeZoneInfo.GetSystemTimeZones().Count > 1)
        {
            // A machine without time zone files knows none but UTC and cannot judge.
            root.Fault("timeZone", "没有这个时区，应如 Asia/Shanghai。", "There is no such time zone; write e.g. Asia/Shanghai.");
        }
    }
}

using System.Collections.Immutable;

namespace CommandCenter.Domain.Forecasts;

/// <summary>What a forecast must have to be kept.</summary>
internal static class ForecastRules
{
    /// <summary>An older forecast says nothing of its hour.</summary>
    public const int OldestSeconds = 3600;

    public static Rejection? Check(RecordForecast c) =>
        ValueRule.Between(c.AgeSeconds, 1, OldestSeconds, "ageSeconds") ?? CheckCourse(c.Course, "course") ?? CheckList(c.Waits, "waits") ?? CheckList(c.Calls, "calls") ?? CheckList(c.SoldOut, "soldOut");

    public static Rejection? CheckCourse(DayCourse? course, string field) => course is null ? Rejections.Required.For(field) : null;

    private static Rejection? CheckList<T>(ImmutableArray<T> list, string field)
        where T : class => list.IsDefault || list.Any(static item => item is null) ? Rejections.Required.For(field) : null;
}

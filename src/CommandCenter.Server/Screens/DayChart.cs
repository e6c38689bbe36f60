using System.Text.Json;
using CommandCenter.Boards.State;

namespace CommandCenter.Server.Screens;

/// <summary>The chart of arrivals against completions through the day, as the chart library wants it.</summary>
internal static class DayChart
{
    private static readonly string[] Colours = ["#5aa9ff", "#4fd18b"];
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>Quarters without arrivals or completions count as zero, from the first to the last.</summary>
    public static string Of(StateBoard state)
    {
        var quarters = Filled(state).ToList();
        return JsonSerializer.Serialize(new
        {
            chart = new { type = "line" },
            colors = Colours,
            series = new object[]
            {
                new { name = Texts.T("chart.arrivals"), data = quarters.Select(static q => q.Arrivals) },
                new { name = Texts.T("chart.done"), data = quarters.Select(static q => q.Completions) },
            },
            xaxis = new
            {
                categories = quarters.Select(static q => Moments.Clock(q.Start)),
                tickAmount = 3,
                labels = new { rotate = 0, hideOverlappingLabels = true, style = new { fontSize = "14px" } },
                axisBorder = new { show = false },
                axisTicks = new { show = false },
            },
            yaxis = new { min = 0, forceNiceScale = true, tickAmount = 3, labels = new { style = new { fontSize = "14px" } } },
        });
    }

    private static IEnumerable<QuarterHour> Filled(StateBoard state)
    {
        if (state.Quarters.IsEmpty)
        {
            yield break;
        }

        var by = state.Quarters.ToDictionary(static q => q.Start);
        for (var at = state.Quarters[0].Start; at <= state.Quarters[^1].Start; at += Quarter)
        {
            yield return by.GetValueOrDefault(at) ?? new(at, 0, 0);
        }
    }
}

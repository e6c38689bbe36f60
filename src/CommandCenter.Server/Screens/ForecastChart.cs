using System.Collections.Immutable;
using System.Text.Json;
using CommandCenter.Boards.State;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Server.Forecasts;

namespace CommandCenter.Server.Screens;

/// <summary>The fan of households done through the rest of the day, with the band of its end, as the chart library wants it.</summary>
internal static class ForecastChart
{
    private const string Band = "#5aa9ff";
    private const string Real = "#4fd18b";
    private const int Ticks = 4;
    private static readonly string[] Colours = [Band, Band, Real];
    private static readonly int[] Widths = [0, 3, 4];
    private static readonly int[] Dashes = [0, 6, 0];
    private static readonly double[] Opacities = [0.28, 1, 1];
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>What is done so far, then the median within its band.</summary>
    public static string Of(ForecastBoard forecast, StateBoard? state) => Of(forecast.At, forecast.Done, forecast.Course.EndsAt, null, state);

    /// <summary>Looked back on: what was done by then, and the end as it was expected. The journal keeps no fan.</summary>
    public static string Past(MomentBand? endsAt, StateBoard? state, DateTimeOffset at) => Of(at, [], endsAt, endsAt?.P90 ?? state?.Closes, state);

    private static string Of(DateTimeOffset at, ImmutableArray<DonePoint> expected, MomentBand? endsAt, DateTimeOffset? until, StateBoard? state)
    {
        var real = Done(state).ToList();
        var now = new DonePoint(at, new(state?.Done ?? 0, state?.Done ?? 0, state?.Done ?? 0));
        var fan = expected.Prepend(now).ToList();
        var xaxis = new Dictionary<string, object>
        {
            ["type"] = "datetime",
            ["tickAmount"] = 5,
            ["labels"] = new { rotate = 0, hideOverlappingLabels = true, format = "HH:mm", style = new { fontSize = "14px" } },
            ["axisBorder"] = new { show = false },
            ["axisTicks"] = new { show = false },
        };
        if (until is { } end)
        {
            xaxis["max"] = Local(end);
        }

        return JsonSerializer.Serialize(new
        {
            chart = new { type = "rangeArea" },
            colors = Colours,
            fill = new { opacity = Opacities },
            stroke = new { curve = "straight", width = Widths, dashArray = Dashes },
            markers = new { size = 0, hover = new { sizeOffset = 0 } },
            series = new object[]
            {
                new { type = "rangeArea", name = Texts.T("fc.band"), data = fan.Select(static p => new { x = Local(p.At), y = new[] { p.Done.P10, p.Done.P90 } }) },
                new { type = "line", name = Texts.T("fc.median"), data = fan.Select(static p => new { x = Local(p.At), y = p.Done.P50 }) },
                new { type = "line", name = Texts.T("fc.real"), data = real.Append((at, now.Done.P50)).Select(static p => new { x = Local(p.Item1), y = p.Item2 }) },
            },
            annotations = new { xaxis = End(endsAt) },
            xaxis,
            yaxis = new { min = 0, max = Top(state?.Households ?? fan[^1].Done.P90), tickAmount = Ticks, labels = new { style = new { fontSize = "14px" } } },
        });
    }

    // Whole numbers stand at every line.
    private static int Top(int households) => Ticks * 5 * Math.Max(1, (households + (Ticks * 5) - 1) / (Ticks * 5));

    private static object[] End(MomentBand? endsAt) => endsAt is { P10: { } early, P50: { } likely, P90: { } late }
        ?
        [
            new { x = Local(early), x2 = Local(late), fillColor = Band, opacity = 0.16, borderColor = "transparent" },
            new { x = Local(likely), borderColor = Band, strokeDashArray = 4 },
        ]
        : [];

    // Households done by the end of each quarter hour that has passed.
    private static IEnumerable<(DateTimeOffset At, int Done)> Done(StateBoard? state)
    {
        var done = 0;
        foreach (var quarter in state?.Quarters ?? [])
        {
            done += quarter.Completions;
            if (done < state!.Done || quarter.Completions == 0)
            {
                yield return (quarter.Start + Quarter, done);
            }
        }
    }

    // The axis writes hours of UTC: the hall's own hours are put there.
    private static long Local(DateTimeOffset at) => at.ToUnixTimeMilliseconds() + (long)at.Offset.TotalMilliseconds;
}

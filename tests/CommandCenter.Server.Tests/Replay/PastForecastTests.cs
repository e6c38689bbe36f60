using System.Globalization;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Operations;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Replay;
using CommandCenter.Server.Screens.Panels;
using CommandCenter.Server.Tests.Screens;

namespace CommandCenter.Server.Tests.Replay;

/// <summary>The forecast of a day that is looked back on: what the journal kept last, and until then nothing.</summary>
public sealed class PastForecastTests
{
    [Theory]
    [InlineData(9, 59, null, "此刻之前没有留存的预测")]
    [InlineData(10, 40, "2026-12-05 10:00", "16:40")]
    [InlineData(11, 0, "2026-12-05 11:00", "17:05")]
    public async Task Forecast_LookedBackOn_IsTheOneThatWasKeptLast(int hour, int minute, string? madeAt, string shown)
    {
        var day = new ToldDay(OperationMode.Drill).At(10, 0, Kept(10, 40)).At(11, 0, Kept(11, 65)).At(11, 30);
        var at = ToldDay.Moment(hour, minute);
        var moment = new ReplayMoment(new("told"));
        moment.GoTo(day.Entries, day.Entries.Count(e => e.At <= at), at);

        var view = Assert.IsType<ForecastView>(ForecastTopics.Read(moment, ForecastTopics.Forecast, null).Board);
        var panel = await Painter.PaintAsync<ForecastPanel, ForecastView>(view, new("zh-Hans"), at);

        Assert.Equal(madeAt, view.Forecast?.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Assert.Contains(shown, panel, StringComparison.Ordinal);
        Assert.DoesNotContain("正在计算", panel, StringComparison.Ordinal);
    }

    private static ForecastRecorded Kept(int hour, int minutesPastFour)
    {
        var likely = ToldDay.Moment(16, 0).AddMinutes(minutesPastFour);
        var course = new DayCourse(new(likely.AddMinutes(-15), likely, likely.AddMinutes(20)), new(600, 900, 1200), new(0, 0, 3));
        return new(ToldDay.Moment(hour, 0), course, [], [], []);
    }
}

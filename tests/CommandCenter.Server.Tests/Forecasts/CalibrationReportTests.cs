using System.Net;
using CommandCenter.Server.Forecasts;

namespace CommandCenter.Server.Tests.Forecasts;

public sealed class CalibrationReportTests
{
    [Fact]
    public async Task Report_OfADay_ShowsHowGoodItsForecastsWere()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("reception-1", "households/h001/check-in", new { present = new[] { 1 } });
        var desk = new ForecastDesk(TimeProvider.System);
        await desk.RecordAsync(day.Server.Sample, desk.Refresh(day.Server.Sample, withAdvice: false)!, CancellationToken.None);
        await day.UntilAsync("calibration", static board => board.GetProperty("hours").GetArrayLength() == 1);

        var report = WebUtility.HtmlDecode((await (await day.As("commander")).GetAsync("/report")).Expect(200).Text);

        Assert.Contains("预测与实际", report, StringComparison.Ordinal);
        Assert.Contains("全天", report, StringComparison.Ordinal);
    }
}

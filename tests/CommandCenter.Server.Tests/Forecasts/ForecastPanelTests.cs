using System.Net;
using System.Text.RegularExpressions;
using CommandCenter.Boards;
using CommandCenter.Boards.Forecasts;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Screens;
using CommandCenter.Server.Screens.Panels;
using CommandCenter.Server.Tests.Screens;

namespace CommandCenter.Server.Tests.Forecasts;

/// <summary>What the panels of forecasts write: ranges, never one exact figure; in both languages.</summary>
public sealed class ForecastPanelTests
{
    private static readonly MomentBand Ends = new(Painter.Now.AddHours(6), Painter.Now.AddHours(7), Painter.Now.AddHours(8));
    private static readonly DayCourse Course = new(Ends, new(600, 1200, 2400), new(0, 3, 9));

    private static readonly ForecastBoard Board = new(
        Painter.Now, 1000, Course, [new(new("signing"), new(300, 480, 890))], [new(new("t75"), new(Painter.Now.AddHours(2), null, null))],
        [new(Painter.Now.AddHours(1), new(20, 25, 31))],
        new(new(MoveKind.Pause, [new("w1")], null, null, null), Course, Course with { EndsAt = new(Ends.P10, Ends.P50!.Value.AddMinutes(-20), Ends.P90) }));

    [Theory]
    [InlineData("zh", "16:00–18:00", "3 户在闭馆后办结", "约提前 20 分钟结束")]
    [InlineData("en", "16:00–18:00", "3 households after closing", "ends about 20 min sooner")]
    public async Task Wall_ShowsTheBandThoseAfterClosingAndTheBestMove(string language, params string[] expected)
    {
        var html = await Painter.PaintAsync<ForecastPanel, ForecastView>(new(Board, null), Languages.Of(language));
        Assert.All(expected, e => Assert.Contains(e, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wall_WhereTheDayDoesNotEnd_SaysNoTime()
    {
        var stuck = Board with { Course = Course with { EndsAt = default }, Advice = null };
        var html = await Painter.PaintAsync<ForecastPanel, ForecastView>(new(stuck, null), Languages.Chinese);
        Assert.Contains("—–—", html, StringComparison.Ordinal);
        Assert.Contains("ends soon", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_TurnAtTheNextCall_IsNotSaidTwice()
    {
        var html = await Painter.PaintAsync<TicketOutlookPanel, TicketOutlook>(new(Ends, Ends, Painter.Now), Languages.Chinese);
        Assert.Contains("大约叫到您", html, StringComparison.Ordinal);
        Assert.DoesNotContain("大约轮到您选房", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfATime_IsRoundedOutwardsToFiveMinutes()
    {
        MomentBand call = new(Painter.Now.AddMinutes(7), Painter.Now.AddMinutes(11), Painter.Now.AddMinutes(13));
        var html = await Painter.PaintAsync<TicketOutlookPanel, TicketOutlook>(new(call, null, Painter.Now), Languages.Chinese);
        Assert.Contains("10:05–10:15", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calibration_ShowsHitsAndDistanceHourByHour()
    {
        var scores = new Calibration();
        scores.Take(new ForecastRecorded(Painter.Now, Course, [], [], []));
        var html = await Painter.PaintAsync<CalibrationPanel, CalibrationBoard>(new(scores.Scores(), []), Languages.Chinese);

        Assert.Contains("10:00", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_OfADayThatIsOver_HasEachFigureBesideWhatCame()
    {
        var ended = Ends.P50!.Value.AddMinutes(11);
        var board = new CalibrationBoard(
            [], [new(1, Board.Advice!.Move, Painter.Now, new("commander", null), Course, Course with { LongestWait = new(60, 600, 1140) }, new(ended, 900, 2))]);
        var html = Plain(await Painter.PaintAsync<CalibrationPanel, CalibrationBoard>(board, Languages.Chinese));

        Assert.Contains($"预计结束 | {ForecastTexts.Likely(Ends)} {ForecastTexts.Range(Ends)} | {ForecastTexts.Likely(Ends)} {ForecastTexts.Range(Ends)} | {Moments.Clock(ended)}", html, StringComparison.Ordinal);
        Assert.Contains("最长等候 | 10–40 分钟 | 1–19 分钟 | 15 分钟", html, StringComparison.Ordinal);
        Assert.Contains("闭馆后办结（户） | 3 0–9 | 3 0–9 | 2", html, StringComparison.Ordinal);
    }

    // The cells of a table as they are read.
    private static string Plain(string html)
    {
        var cells = Regex.Replace(WebUtility.HtmlDecode(html), "</t[dh]>", " | ");
        return Regex.Replace(Regex.Replace(cells, "<[^>]*>", ""), @"\s+", " ");
    }
}

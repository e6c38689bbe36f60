using System.Globalization;
using CommandCenter.Boards;
using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Meetings;
using CommandCenter.Boards.Reports;
using CommandCenter.Boards.Supervision;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Screens;
using CommandCenter.Server.Screens.Panels;
using CommandCenter.Server.Tests.Screens;

namespace CommandCenter.Server.Tests.Ledger;

public sealed class SheetPanelTests
{
    private static readonly Who Commander = new("commander", new("总指挥", "Commander"));

    private static readonly HeldMeeting Huddle = new(
        new("m1"), MeetingType.DailyHuddle, 88, Painter.Now, Commander, "现场平稳",
        [new(new("m1-1"), new("order"), new("秩序", "Order"), "增设隔离带", Painter.Now.AddHours(1), AssignmentStage.Accepted, 1, null)],
        [new(new("m1-s1"), "增加座椅", Painter.Now.AddHours(2), null)]);

    private static readonly DayReport Day = new()
    {
        Date = new(2026, 12, 5), Name = new("小厅", "Small hall"), Mode = OperationMode.Live, PlanHash = new('a', 64),
        Figures = [.. Enum.GetValues<FigureKind>().Select(static (k, i) => new ReportFigure(k, [.. Enumerable.Range(1, i).Select(static n => (long)n)]))],
        Promises = [.. Enum.GetValues<PromiseKind>().Select(static k => new PromiseRow(k, [1, 2, 3], [4, 5], [5], [6], [3]))],
        Unfinished = [new(PromiseKind.Order, "order/a1", new("疏导南门", "疏导南门"), new("秩序", "Order"), Painter.Now.AddHours(-1), true, 3)],
        Meetings = [Huddle],
    };

    public static TheoryData<string> Both => [.. Languages.All.Select(static l => l.Name)];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Meeting_ShowsStateOfDecisionsAndSuggestions(string language)
    {
        var html = await Painter.PaintAsync<MeetingsPanel, MeetingsBoard>(new([Huddle]), CultureInfo.GetCultureInfo(language));

        Assert.All(["现场平稳", "增设隔离带", language == "en" ? "late" : "超期", "/cases?case=m1-s1", "#88"], text => Assert.Contains(text, html, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task DaySheet_HasEveryFigureAndPromise_AsALink(string language)
    {
        var html = await Painter.PaintAsync<DayReportPanel, DayReport>(Day, CultureInfo.GetCultureInfo(language));

        Assert.All(Enum.GetNames<FigureKind>(), kind => Assert.Contains($"date=2026-12-05&figure={JsonName(kind)}", html, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<PromiseKind>(), kind => Assert.Contains($"date=2026-12-05&promise={JsonName(kind)}&column=keptLate", html, StringComparison.Ordinal));
        Assert.All(["疏导南门", "▲", "现场平稳", "aaaaaaaaaaaaaaaa"], text => Assert.Contains(text, html, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task WeekSheet_ListsTheDays_AndAddsThemUp(string language)
    {
        var board = new ReportBoard(Day.Name, Day.Mode, Day.PlanHash, [Day, Day with { Date = new(2026, 12, 6) }], Day);
        var html = await Painter.PaintAsync<ReportPanel, ReportBoard>(board, CultureInfo.GetCultureInfo(language));

        Assert.All(["date=2026-12-05", "date=2026-12-06", "date=all&figure=checkedIn", "2026-12-05 – 2026-12-06"], text => Assert.Contains(text, html, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Supervision_ShowsExceptionsFindingsAndDifferences(string language)
    {
        var board = new SupervisionBoard
        {
            Name = Day.Name, Mode = OperationMode.Live, PlanHash = Day.PlanHash,
            Counts = [.. Enum.GetValues<ExceptionKind>().Select(static k => new ExceptionCount(k, k == ExceptionKind.Priority ? 1 : 0))],
            Exceptions = [new(41, Painter.Now, ExceptionKind.Priority, [new("S008", "S008"), new("3 号窗口", "Window 3")], "queue/selection", Commander, PriorityReason.Pregnant)],
            Findings = [new(new("f1"), 41, new("service"), new("服务", "Service"), "请说明", 50, Painter.Now, "已说明", Painter.Now, Commander)],
            Differing = [new("新增人口？", [new("二十", new("c16"), "第十六条", [new("q1")], []), new("三十五", new("c12"), "第十二条", [], [new("c7")])])],
        };
        var html = await Painter.PaintAsync<SupervisionPanel, SupervisionBoard>(board, CultureInfo.GetCultureInfo(language));

        Assert.All(
            ["S008", language == "en" ? "pregnant" : "孕妇", "data-finding=\"41\"", "/report/entries?sequence=41", "请说明", "已说明", "新增人口？", "/cases?case=c7"],
            text => Assert.Contains(text, html, StringComparison.OrdinalIgnoreCase));
    }

    private static string JsonName(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}

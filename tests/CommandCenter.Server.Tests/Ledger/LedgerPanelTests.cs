using System.Globalization;
using CommandCenter.Boards;
using CommandCenter.Boards.Cards;
using CommandCenter.Boards.Cases;
using CommandCenter.Boards.Circumstances;
using CommandCenter.Domain.Cases;
using CommandCenter.Server.Screens;
using CommandCenter.Server.Screens.Panels;
using CommandCenter.Server.Tests.Screens;

namespace CommandCenter.Server.Tests.Ledger;

public sealed class LedgerPanelTests
{
    private static readonly Who Desk = new("reception-1", new("1 号签到台", "Desk 1"));

    private static readonly Matter Open = new()
    {
        Case = new("c1"), Category = CaseCategory.Complaint, Channel = CaseChannel.Hotline, Kind = CaseKind.Complex, Household = "017", Text = "等候太久",
        Responsible = Desk, RegisteredAt = Painter.Now.AddHours(-1), RegisteredBy = Desk, RegisteredIn = 41, Due = Painter.Now.AddHours(2), OverdueLevel = 0,
        Reopened = 1, File = [new(57, Painter.Now, CaseFileKind.InterimReply, Desk, "正在核实")],
    };

    private static readonly Matter Answered = Open with
    {
        Case = new("c2"), AnsweredAt = Painter.Now, Answer = "已加开窗口", Clause = new("c12"), Citation = "第十二条", Card = new("q1"),
    };

    public static TheoryData<string> Both => [.. Languages.All.Select(static l => l.Name)];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task List_OpenLateAndAnswered_SaysWhichIsWhich(string language)
    {
        var late = Open with { Case = new("c3"), OverdueLevel = 1 };
        var html = await Painter.PaintAsync<CasesPanel, CasesBoard>(new(2, 1, 1, [], [late, Open, Answered]), CultureInfo.GetCultureInfo(language));

        Assert.Matches("id=\"row-c3\"[^>]*data-open=\"yes\"[^>]*class=\"late\"", html);
        Assert.Matches("id=\"row-c1\"[^>]*data-open=\"yes\"[^>]*data-post=\"reception-1\"", html);
        Assert.DoesNotMatch("id=\"row-c2\"[^>]*data-open", html);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Matter_Open_ShowsItsFileAndClock(string language)
    {
        var html = await Painter.PaintAsync<CasePanel, CaseBoard>(new(Open, null, null), CultureInfo.GetCultureInfo(language));

        Assert.All(["等候太久", "正在核实", "#57", "#41", "data-until=", language == "en" ? "Desk 1" : "1 号签到台"], text => Assert.Contains(text, html, StringComparison.Ordinal));
        Assert.DoesNotContain("class=\"answer\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matter_Answered_ShowsTheAnswerWithItsClause_AndNoClock()
    {
        var html = await Painter.PaintAsync<CasePanel, CaseBoard>(new(Answered, null, null), Languages.Chinese);

        Assert.All(["已加开窗口", "第十二条", "采用答复卡"], text => Assert.Contains(text, html, StringComparison.Ordinal));
        Assert.DoesNotContain("data-until=", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Circumstances_Unregistered_CanBeRegistered_OthersLeadToTheirMatter(string language)
    {
        var listed = new Circumstance
        {
            Listed = new(CaseCategory.AddedMember, 2, 40, null, new("c16"), "第十六条"), Household = new("h017"), Number = "017",
            Case = new("added-h017"), Standing = CircumstanceStanding.Unregistered,
        };
        var money = listed with
        {
            Listed = new(CaseCategory.PriceDifference, null, null, -1200.5m, new("c24"), "第二十四条"), Case = new("diff-h018"),
            Standing = CircumstanceStanding.Open, Responsible = Desk,
        };
        var html = await Painter.PaintAsync<CircumstancesPanel, CircumstancesBoard>(new([listed, money]), CultureInfo.GetCultureInfo(language));

        Assert.All(["data-register=\"added-h017\"", language == "en" ? "40 m²" : "40㎡", "/cases?case=diff-h018", "1\u2009200.50"], text => Assert.Contains(text, html, StringComparison.Ordinal));
        Assert.DoesNotContain("data-register=\"diff-h018\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Cards_CarryWhatTheFormTakesOver(string language)
    {
        var html = await Painter.PaintAsync<CardsPanel, CardsBoard>(
            new([new(new("q1"), "新增人口？", "每人二十平方米", new("c16"), "第十六条", 3, Painter.Now, Desk, 0)], []), CultureInfo.GetCultureInfo(language));

        Assert.Matches("data-card=\"q1\"[^>]*data-question=\"新增人口？\"[^>]*data-answer=\"每人二十平方米\"[^>]*data-clause=\"c16\"", html);
    }
}

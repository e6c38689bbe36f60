using CommandCenter.Boards.Hall;
using CommandCenter.Boards.Units;
using CommandCenter.Domain.Operations;
using CommandCenter.Server.Screens;
using CommandCenter.Server.Screens.Panels;

namespace CommandCenter.Server.Tests.Screens;

public sealed class HallPanelTests
{
    [Fact]
    public async Task Calls_OfAnOpenDay_AreShownWithTheirWindowsNewestFirst()
    {
        var html = await PaintAsync(Board);

        Assert.Contains("data-call=\"s-9-1\"", html, StringComparison.Ordinal);
        Assert.Contains("再次呼叫", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("S009", StringComparison.Ordinal) < html.IndexOf("S008", StringComparison.Ordinal));
        Assert.Contains("5 号窗口", html, StringComparison.Ordinal);
        Assert.Contains("已选完", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspension_HidesTheCallsBehindItsSentence()
    {
        var html = await PaintAsync(Board with { Phase = OperationPhase.Suspended, Sentence = "设备检修，请稍候。" });

        Assert.Contains("<span>设备检修，</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span>请稍候。</span>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("S009", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preparation_OnTheDayBefore_SaysTheDayOfTheOpening()
    {
        var board = Board with { Phase = OperationPhase.Preparing, Calls = [] };

        Assert.Contains("12月5日 08:30 开始办理", await Painter.PaintAsync<HallPanel, HallBoard>(board, Languages.Chinese, Painter.Now.AddDays(-1)), StringComparison.Ordinal);
        Assert.Contains("5 December 08:30", await Painter.PaintAsync<HallPanel, HallBoard>(board, Languages.English, Painter.Now.AddDays(-1)), StringComparison.Ordinal);
        Assert.Contains(">08:30 开始办理", await PaintAsync(board), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flats_AllTaken_AreSaidToBeGoneInOneSentence()
    {
        var html = await PaintAsync(Board with { Types = [.. Board.Types.Select(static t => t with { Left = 0 })] });

        Assert.Contains("房源已全部选完", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<li class=\"none\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OperationPhase.Preparing)]
    [InlineData(OperationPhase.Ready)]
    [InlineData(OperationPhase.Open)]
    [InlineData(OperationPhase.Suspended)]
    [InlineData(OperationPhase.Closing)]
    [InlineData(OperationPhase.Closed)]
    public async Task EveryPhase_InEnglish_HoldsNoChinese(OperationPhase phase)
    {
        var html = await Painter.PaintAsync<HallPanel, HallBoard>(Board with { Phase = phase, Calls = [] }, Languages.English);

        Assert.DoesNotContain(html, static c => c is >= '\u4e00' and <= '\u9fff');
    }

    private static HallBoard Board { get; } = new()
    {
        Name = Painter.Plan.Name,
        Mode = OperationMode.Drill,
        Phase = OperationPhase.Open,
        Calls = [Call(9, 5, 1), Call(8, 6, 0)],
        Households = 20,
        Done = 3,
        Selected = 8,
        RankCalled = 9,
        Types = [new(new("a"), new("60㎡", "60 m²"), 60m, 4, 10), new(new("b"), new("75㎡", "75 m²"), 75m, 0, 10)],
    };

    private static HallCall Call(int number, int window, int recalls) => new(
        new($"s-{number}"), $"S{number:000}", new($"w{window}"), new($"{window} 号窗口", $"Window {window}"), new("选房", "Selection"), Painter.Now, recalls);

    private static Task<string> PaintAsync(HallBoard board) => Painter.PaintAsync<HallPanel, HallBoard>(board, Languages.Chinese);
}

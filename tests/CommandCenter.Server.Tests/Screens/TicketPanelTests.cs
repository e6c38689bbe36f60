using CommandCenter.Boards.Tickets;
using CommandCenter.Domain.Operations;
using CommandCenter.Server.Screens;
using CommandCenter.Server.Screens.Panels;

namespace CommandCenter.Server.Tests.Screens;

public sealed class TicketPanelTests
{
    [Fact]
    public async Task Estimate_IsHouseholdsAheadTimesMeanByWindows_RoundedUpToFiveMinutes()
    {
        // 7 × 400 s / 2 = 23:20 after ten.
        var html = await PaintAsync(Waiting);

        Assert.Contains("10:25 左右", html, StringComparison.Ordinal);
        Assert.Contains("会有变化", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estimate_BeforeTheFirstService_TakesThePlannedTime() =>
        Assert.Contains("10:25 左右", await PaintAsync(Waiting with { MeanServiceSeconds = null }), StringComparison.Ordinal);

    [Fact]
    public async Task Estimate_WithoutAnOpenWindow_IsNotMade()
    {
        var html = await PaintAsync(Waiting with { OpenWindows = 0 });

        Assert.DoesNotContain("左右", html, StringComparison.Ordinal);
        Assert.Contains("暂时无法估计时间", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_Ahead_SaysThatOneIsNext() =>
        Assert.Contains("下一个就是您", await PaintAsync(Waiting with { Ahead = 0 }), StringComparison.Ordinal);

    [Fact]
    public async Task Call_ShowsTheWindow()
    {
        var html = await PaintAsync(Waiting with { Stage = HouseholdStage.Called, Ahead = null, WindowName = new("5 号窗口", "Window 5") });

        Assert.Contains("<strong class=\"window\">5 号窗口</strong>", html, StringComparison.Ordinal);
        Assert.Contains("data-stage=\"Called\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspension_ShowsItsSentenceAndNoEstimate()
    {
        var html = await PaintAsync(Waiting with { Phase = OperationPhase.Suspended, Sentence = "设备检修，请稍候。" });

        Assert.Contains("设备检修，请稍候。", html, StringComparison.Ordinal);
        Assert.DoesNotContain("左右", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_BeforeThePresentOne_AreMarkedAsPast()
    {
        var html = await PaintAsync(Waiting);

        Assert.Contains("<li class=\"past\">签到</li>", html, StringComparison.Ordinal);
        Assert.Contains("<li class=\"now\" aria-current=\"step\">选房</li>", html, StringComparison.Ordinal);
        Assert.Contains("选房材料", html, StringComparison.Ordinal);
    }

    public static TheoryData<HouseholdStage> Stages => [.. Enum.GetValues<HouseholdStage>()];

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task EveryStage_InEnglish_HoldsNoChinese(HouseholdStage stage)
    {
        var html = await Painter.PaintAsync<TicketPanel, TicketBoard>(
            Waiting with { Stage = stage, MaskedName = "Z*n", WindowName = new("5 号窗口", "Window 5") }, Languages.English);

        Assert.Contains("001", html, StringComparison.Ordinal);
        Assert.DoesNotContain(html, static c => c is >= '\u4e00' and <= '\u9fff');
    }

    private static TicketBoard Waiting { get; } = new()
    {
        Name = Painter.Plan.Name,
        Mode = OperationMode.Live,
        Phase = OperationPhase.Open,
        Household = "001",
        MaskedName = "张*三",
        Stage = HouseholdStage.Waiting,
        Number = "S012",
        Step = new("selection"),
        StepName = new("选房", "Selection"),
        Ahead = 7,
        OpenWindows = 2,
        MeanServiceSeconds = 400,
        Types = [new(new("a"), new("60㎡", "60 m²"), 60m, 4, 10)],
        Units = [], Matters = [],
    };

    private static Task<string> PaintAsync(TicketBoard board) => Painter.PaintAsync<TicketPanel, TicketBoard>(board, Languages.Chinese);
}

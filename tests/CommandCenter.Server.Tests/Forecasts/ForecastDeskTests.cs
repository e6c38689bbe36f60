using System.Net;
using System.Text.Json;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Screens;
using CommandCenter.Server.Tests.Screens;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Forecasts;

/// <summary>The forecast on a running server: on its screens, before an order, and beside it afterwards.</summary>
public sealed class ForecastDeskTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private CommandServer _server = null!;
    private Client _commander = null!;

    private RunningOperation Demo => _server.Operations.Find("demo")!.Running!;

    public async Task InitializeAsync()
    {
        _server = await CommandServer.StartAsync(
            new() { Data = _folder["data"], Urls = "http://127.0.0.1:0", Journal = JournalKind.Memory, Forecasts = false, Limits = TestServer.Wide });
        _commander = new(new(_server.Addresses.Single()));
        await _commander.JoinAsync(_server.Codes.Issue(new("demo"), [new("commander")])[0]);
        using var director = new Client(new(_server.Addresses.Single()));
        await director.JoinAsync(_server.Codes.Issue(new("demo"), [new("drill-director")])[0]);
        (await director.GiveAsync("/api/operations/demo/drill/self/pause")).Expect(200);
        _server.Forecasts.Refresh(Demo, withAdvice: true);
    }

    public async Task DisposeAsync()
    {
        _commander.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Board_OfADrill_UsesTheDrillsClockAndNamesNobody()
    {
        var answer = (await _commander.GetAsync("/api/operations/demo/boards/forecast")).Expect(200);
        var board = JsonDocument.Parse(answer.Text).RootElement;

        Assert.Equal("forecast", board.GetProperty("topic").GetString());
        Assert.Equal(Demo.Now, board.GetProperty("at").GetDateTimeOffset(), TimeSpan.FromSeconds(1));
        var ends = board.GetProperty("data").GetProperty("course").GetProperty("endsAt");
        Assert.True(ends.GetProperty("p10").GetDateTimeOffset() < ends.GetProperty("p90").GetDateTimeOffset());
        PersonalSecrets.OfSample().AreNotIn(answer.Text, "forecast");
        Assert.DoesNotContain("h001", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wall_ShowsTheEndWithItsBandAndAge()
    {
        var wall = WebUtility.HtmlDecode((await _commander.GetAsync("/wall?operation=demo")).Expect(200).Text);
        var ends = _server.Forecasts.Of(new("demo"))!.Board.Course.EndsAt;

        Assert.Contains("chart-forecast", wall, StringComparison.Ordinal);
        Assert.Contains(ForecastTexts.Range(ends), wall, StringComparison.Ordinal);
        Assert.Contains("前预测", wall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hall_ShowsTheWaitPerStepToAnybody()
    {
        using var anybody = new Client(new(_server.Addresses.Single()));
        var hall = WebUtility.HtmlDecode((await anybody.GetAsync("/hall?operation=demo")).Expect(200).Text);

        Assert.Contains("现在排队大约要等", hall, StringComparison.Ordinal);
        PersonalSecrets.OfSample().AreNotIn(hall, "hall");
    }

    [Fact]
    public async Task Page_OfAHousehold_ShowsItsOwnTimeAndNoOther()
    {
        var newest = _server.Forecasts.Of(new("demo"))!;
        var waiting = newest.Moment.Households.First(h => h.Ticket is { Ahead: > 2 } && newest.Of(h.Entry.Id) is not null);
        using var anybody = new Client(new(_server.Addresses.Single()));
        var page = WebUtility.HtmlDecode((await anybody.GetAsync($"/t/{waiting.OwnPage!["ticket:".Length..]}")).Expect(200).Text);

        Assert.Contains(ForecastTexts.Roughly(newest.At(newest.Of(waiting.Entry.Id)!.CallAt)), page, StringComparison.Ordinal);
        Assert.All(newest.Moment.Households.Where(h => h != waiting), h => Assert.DoesNotContain($" {h.Entry.Number} · ", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("try:pause.w8", "闭馆后办结")]
    [InlineData("try:open.w4.signing", "下达这条命令")]
    [InlineData("try:move.verification.signing.2", "4 号窗口")]
    [InlineData("try:break.all.1330.30", "13:30 起休息 30 分钟")]
    [InlineData("try:open.w1.signing", "该窗口不办这个环节")]
    [InlineData("try:open.w99.signing", "找不到这个编号")]
    [InlineData("try:nonsense", "没有窗口可这样调整")]
    public async Task Try_AMove_ShowsItsEffectOrWhyNot(string list, string expected)
    {
        var shown = WebUtility.HtmlDecode((await _commander.GetAsync($"/wall/list/{list}?operation=demo")).Expect(200).Text);
        Assert.Contains(expected, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_AMove_IsKeptWithItsEffectAndGivenToTheGroup()
    {
        (await _commander.GiveAsync("/api/operations/demo/forecast/self/order", new { kind = "open", windows = new[] { "w4" }, step = "signing" })).Expect(200);

        var entries = await Demo.ReadAsync(0, CancellationToken.None).ToListAsync();
        var ordered = Assert.IsType<MoveOrdered>(entries.Select(static e => e.Event).Single(static e => e is MoveOrdered));
        Assert.NotNull(ordered.With.EndsAt.P50);
        Assert.Contains("4 号窗口", WebUtility.HtmlDecode((await _commander.GetAsync("/wall/list/forecast?operation=demo")).Expect(200).Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_OfAWindowThatDoesNotServeTheStep_IsRefusedAndNotKept()
    {
        var answer = await _commander.GiveAsync("/api/operations/demo/forecast/self/order", new { kind = "open", windows = new[] { "w1" }, step = "signing" });

        Assert.Equal(409, answer.Status);
        Assert.Contains("step-not-served-here", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_TwiceInAnHour_IsKeptOnce()
    {
        var newest = _server.Forecasts.Of(new("demo"))!;
        await _server.Forecasts.RecordAsync(Demo, newest, CancellationToken.None);
        await _server.Forecasts.RecordAsync(Demo, newest, CancellationToken.None);

        var entries = await Demo.ReadAsync(0, CancellationToken.None).ToListAsync();
        Assert.Single(entries, static e => e.Event is ForecastRecorded);
    }

    [Fact]
    public async Task LateLots_ForAClerk_AreInTheOrderOfTheDrawWithMaskedNames()
    {
        using var clerk = new Client(new(_server.Addresses.Single()));
        await clerk.JoinAsync(_server.Codes.Issue(new("demo"), [new("clerk-w5")])[0]);
        var page = WebUtility.HtmlDecode((await clerk.GetAsync("/late-lots?operation=demo")).Expect(200).Text);
        var board = LateLotsBoard.Of(_server.Forecasts.Of(new("demo")));

        Assert.Contains("后序住户关照", page, StringComparison.Ordinal);
        PersonalSecrets.OfSample().AreNotIn(page, "late-lots");
        Assert.NotEmpty(board.Households);
        Assert.Equal(board.Households.Select(static h => h.Ahead).Order(), board.Households.Select(static h => h.Ahead));
        Assert.All(board.Households, static h => Assert.InRange(h.Chance, 0, 1));
        Assert.All(board.Households, h => Assert.Contains($"<b class=\"n\">{h.Number}</b> {h.MaskedName}", page, StringComparison.Ordinal));
    }
}

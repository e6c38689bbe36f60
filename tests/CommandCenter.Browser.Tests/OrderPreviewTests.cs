using CommandCenter.Boards;
using CommandCenter.Boards.Households;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Tests;
using CommandCenter.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests;

/// <summary>On the sample drill in motion: the official looks at what an order would do, gives it, and finds it again beside what came; and what is printed says that it is a drill.</summary>
[Collection(Chromium.Collection)]
public sealed class OrderPreviewTests(Chromium browser) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private CommandServer _server = null!;

    private RunningOperation Drill => _server.Operations.Find(FirstOperation.Demo)!.Running!;

    public async Task InitializeAsync() => _server = await CommandServer.StartAsync(
        new() { Data = _folder["data"], Urls = "http://127.0.0.1:0", Journal = JournalKind.Memory, Limits = TestServer.Wide });

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("try:pause.", MoveKind.Pause, 1)]
    [InlineData("try:move.verification.signing.2", MoveKind.Open, 2)]
    public async Task Order_LookedAtFirst_ShowsTheDayWithAndWithoutIt_AndIsGivenWithTheSecondPress(string list, MoveKind kind, int windows)
    {
        await using var director = await OpenAsync("drill-director", "/drill?operation=demo");
        await using var wall = await OpenAsync("commander", "/wall?operation=demo");
        await wall.ShowsAsync(".fan .ends");
        await director.Page.Locator("[data-command='drill/self/pause']").First.ClickAsync();

        await wall.Page.Locator(".fan .ends").ClickAsync();
        await wall.Page.Locator($"dialog#list [data-list*='{list}']").First.ClickAsync();
        await Expect(wall.Page.Locator("dialog#list table.tried tbody tr")).ToHaveCountAsync(3);
        var said = await wall.TextAsync("dialog#list .said");
        var go = wall.Page.Locator("dialog#list button.go");
        await go.ClickAsync();
        await Expect(go).ToHaveAttributeAsync("data-armed", new System.Text.RegularExpressions.Regex("."));
        Assert.Empty(Moves());
        await wall.UntilAsync("performance.now() - Number(document.querySelector('dialog#list button.go').dataset.armedAt) > 600");
        await go.ClickAsync();

        await wall.SaysAsync("#toasts", "已下达");
        var move = Assert.Single(Moves()).Move;
        Assert.Equal((kind, windows), (move.Kind, move.Windows.Length));
        await wall.Page.Locator("dialog#list [data-list*='forecast']").Last.ClickAsync();
        await Expect(wall.Page.Locator("dialog#list table tbody tr").First).ToContainTextAsync(said);
        wall.BehavedWell();
    }

    [Theory]
    [InlineData("supervisor", "/report?operation=demo")]
    [InlineData("drill-director", "/drill/report?operation=demo")]
    [InlineData("reception-1", "/check-in?operation=demo&household=")]
    public async Task Paper_OfADrill_SaysSo(string post, string path)
    {
        await using var screen = await OpenAsync(post, path.EndsWith('=') ? path + HouseholdWithATicket() : path);
        await screen.SettledAsync();

        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(screen.Page.GetByText("演练 DRILL").Filter(new() { Visible = true }).First).ToBeVisibleAsync();
    }

    private IReadOnlyList<Boards.Forecasts.MoveOutcome> Moves() =>
        ((Boards.Forecasts.CalibrationBoard)Drill.Boards.Read(TopicNames.Calibration)!.Data).Moves;

    private string HouseholdWithATicket() => Drill.Boards.Topics
        .Where(static t => t.StartsWith("household:", StringComparison.Ordinal))
        .Select(t => (HouseholdBoard)Drill.Boards.Read(t)!.Data)
        .First(static h => !h.Tickets.IsEmpty).Id.Value;

    private async Task<Screen> OpenAsync(string post, string path)
    {
        var screen = await Screen.NewAsync(browser, new(_server.Addresses.Single()), ScreenSize.Wall);
        await screen.JoinAsync(_server.Codes.Issue(Drill.Id, [new PostId(post)])[0]);
        return await screen.OpenAsync(path);
    }
}

using CommandCenter.Browser.Tests.Days;
using CommandCenter.Domain.Identity;
using CommandCenter.Server.Access;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Tests;
using CommandCenter.TestKit;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests;

/// <summary>A drill from its founding to its report: a director, a group leader on the phone and a clerk are people, all others are played.</summary>
[Collection(Chromium.Collection)]
public sealed class DirectedDrillTests(Chromium browser) : IAsyncLifetime
{
    private const string Faint = "#inject-faint";
    private readonly TemporaryFolder _folder = new();
    private CommandServer _server = null!;

    public async Task InitializeAsync() => _server = await CommandServer.StartAsync(
        new() { Data = _folder["data"], Urls = "http://127.0.0.1:0", Journal = JournalKind.Memory, Limits = TestServer.Wide });

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Drill_WithTwoPostsHeldByPeople_IsFoundedDirectedAndReported()
    {
        await using var founder = await OpenAsync(FirstOperation.Demo, "drill-director", ScreenSize.Desk, "/drill");
        var drill = await FoundAsync(founder);
        await using var director = await OpenAsync(drill, "drill-director", ScreenSize.Desk, $"/drill?operation={drill}");
        await using var leader = await OpenAsync(drill, "medical-leader", ScreenSize.Phone, "/m");
        await using var clerk = await OpenAsync(drill, "clerk-w1", ScreenSize.Desk, "/window/w1");

        await HurryToOpeningAsync(director);
        await director.Page.Locator($"{Faint} [data-command='drill/self/deliver']").ClickAsync();
        await AnswerAsync(leader);
        await Expect(director.Page.Locator($"{Faint} .came .good")).ToBeVisibleAsync();

        await director.Page.Locator("[data-command='drill/self/resume']").ClickAsync();
        await new Desk(clerk).ServeOneAsync();
        await NoteAsync(director);
        await EndAsync(director);

        await director.OpenAsync($"/drill/report?operation={drill}");
        await director.ShowsAsync("#aar-chart svg");
        await director.SaysAsync("main", "老人在等候区B头晕");
        await director.SaysAsync("main", "处置及时");
        await director.SaysAsync("main", "对讲机按组分频道");
        await director.SaysAsync(".drill", "演练");

        clerk.BehavedWellButForLatePresses();
        foreach (var screen in new[] { founder, director, leader })
        {
            screen.BehavedWell();
        }
    }

    private static async Task<string> FoundAsync(Screen founder)
    {
        await founder.Page.Locator("#new-drill [name=scenario]").SelectOptionAsync("standard-day");
        await Expect(founder.Page.Locator("[data-script-of]").Filter(new() { Visible = true })).ToHaveCountAsync(1);
        await Expect(founder.Page.Locator("[data-script-of='standard-day'] li").Filter(new() { HasText = "10:38" })).ToContainTextAsync("一位老人在等候区B头晕");
        await founder.Page.Locator("#new-drill [name=seed]").FillAsync("7");
        await founder.Page.Locator("#new-drill [name=speed]").SelectOptionAsync("1");
        await founder.Page.Locator("#new-drill button.primary").ClickAsync();
        await founder.ShowsAsync("#founded-id");
        return await founder.TextAsync("#founded-id");
    }

    // From forty minutes before the doors open to twenty minutes after; it stands still there.
    private static async Task HurryToOpeningAsync(Screen director)
    {
        await director.Page.Locator("[data-command='drill/self/advance']").Nth(2).ClickAsync();
        await Expect(director.Page.Locator(".course .chip").First).ToHaveTextAsync("已暂停");
    }

    private static async Task AnswerAsync(Screen leader)
    {
        await leader.Page.Locator("a[href*='inj-faint']").First.ClickAsync();
        foreach (var step in new[] { "acknowledge", "respond", "on-scene" })
        {
            await leader.Page.Locator($"[data-command='incidents/inj-faint/{step}']:enabled:visible").First.ClickAsync();
        }

        await leader.ShowsAsync("[data-command='incidents/inj-faint/resolve']:visible");
    }

    private static async Task NoteAsync(Screen director)
    {
        await director.Page.Locator("[data-send='drill/self/observe'] textarea").FillAsync("处置及时");
        await director.Page.Locator("[data-send='drill/self/observe'] button.primary").ClickAsync();
        await director.SaysAsync(".seen", "处置及时");
        await director.Page.Locator("[data-send='drill/self/improve'] textarea").FillAsync("对讲机按组分频道");
        await director.Page.Locator("[data-send='drill/self/improve'] [type=date]").FillAsync("2026-12-04");
        await director.Page.Locator("[data-send='drill/self/improve'] button.primary").ClickAsync();
        await director.SaysAsync(".better", "对讲机按组分频道");
    }

    private static async Task EndAsync(Screen director)
    {
        var end = director.Page.Locator("[data-command='drill/self/end']");
        await end.ClickAsync();
        await director.UntilAsync("performance.now() - Number(document.querySelector('[data-command=\"drill/self/end\"]').dataset.armedAt) > 600");
        await end.ClickAsync();
        await Expect(director.Page.Locator(".course .chip").First).ToHaveTextAsync("已结束");
    }

    private async Task<Screen> OpenAsync(string operation, string post, ScreenSize size, string path)
    {
        var screen = await Screen.NewAsync(browser, new(_server.Addresses.Single()), size);
        await screen.JoinAsync(_server.Codes.Issue(new OperationId(operation), [new PostId(post)])[0]);
        return await screen.OpenAsync(path);
    }
}

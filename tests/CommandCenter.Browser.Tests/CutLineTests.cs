using System.Text.Json;
using CommandCenter.Browser.Tests.Days;
using CommandCenter.Server.Tests;
using CommandCenter.Server.Tests.CommandLine;
using CommandCenter.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests;

/// <summary>
/// The server is killed under its screens and started again where it was, or their network goes without a word: all of them
/// say so within three seconds, keep their last picture marked as old, come back without being loaded again, and show exactly
/// what a screen shows that has just been switched on.
/// </summary>
[Collection(Chromium.Collection)]
public sealed class CutLineTests(Chromium browser) : IAsyncLifetime
{
    // What runs by itself, and what the browser draws, is no part of the picture that is compared.
    private const string Picture = """
        () => {
          const copy = document.querySelector("main").cloneNode(true);
          copy.querySelectorAll("[data-since], [data-until], [data-clock], [data-age], [data-newest], .chart, .line, .fresh, .unreachable, #devices, #device-count, .devices").forEach(e => e.remove());
          return copy.innerHTML.replace(/ data-sequence="\d+"| title=""| disabled=""/g, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim();
        }
        """;

    private const string Phone = "/m";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, Client> _devices = [];
    private readonly List<(string Path, Screen Screen, string? Post)> _screens = [];
    private readonly List<Line> _lines = [];
    private ServerProcess _server = null!;
    private Dictionary<string, string> _codes = null!;

    public async Task InitializeAsync()
    {
        _server = await Executable.ServeAsync("--data", _folder["data"], "--plan", Checkout.Sample);
        var order = Enumerable.Range(1, 199).Select(static n => $"h{n:000}").ToArray();
        await RenewCodesAsync();
        await DoAsync("commander", "operation/self/record-order", new { order, evidence = "公证书" });
        await DoAsync("commander", "operation/self/open", new { @override = "测试" });
        await CheckInAsync("h001");
        await CheckInAsync("h002");
        await DoAsync("clerk-w1", "windows/w1/open");
        await DoAsync("clerk-w1", "windows/w1/call-next");
    }

    public async Task DisposeAsync()
    {
        foreach (var (_, screen, _) in _screens)
        {
            await screen.DisposeAsync();
        }

        foreach (var device in _devices.Values)
        {
            device.Dispose();
        }

        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Screens_ServerKilledAndStartedAgain_SaySoAndAreExactAgainWithoutReload()
    {
        await SwitchAllOnAsync();

        await _server.KillAsync();
        var before = await PicturesAsync();
        await AtEachAsync(static s => Expect(s.Body).ToHaveAttributeAsync("data-line", "cut"));
        await AtEachAsync(SaysThatItIsOldAsync);
        Assert.Equal(before, await PicturesAsync());

        await StartAgainAsync();
        await GoOnAsync();
        await AssertBackAsync();
    }

    [Fact]
    public async Task Screens_NetworkGoneWithoutAWord_SaySoThreeSecondsLaterAndAreExactAgainWithoutReload()
    {
        await SwitchAllOnAsync();

        // The pages' own time stands still but for these three seconds.
        await AtEachAsync(static s => s.StandStillAsync());
        await Task.WhenAll(_lines.Select(static l => l.CutAsync()));
        var before = await PicturesAsync();
        await AtEachAsync(static s => s.Page.Clock.RunForAsync(3000));
        foreach (var (path, screen, _) in _screens)
        {
            Assert.Equal((path, "cut"), (path, await screen.Body.GetAttributeAsync("data-line")));
        }

        await AtEachAsync(SaysThatItIsOldAsync);
        Assert.Equal(before, await PicturesAsync());
        await GoOnAsync();
        await AtEachAsync(static s => s.Page.Clock.ResumeAsync());
        await Task.WhenAll(_lines.Select(static l => l.MendAsync()));
        await AssertBackAsync();
    }

    private async Task SwitchAllOnAsync()
    {
        await RenewCodesAsync();
        await SwitchOnAsync("/wall", ScreenSize.Wall, "screen-wall");
        await SwitchOnAsync("/hall", ScreenSize.Wall, null);
        await SwitchOnAsync("/units", ScreenSize.Wall, null);
        await SwitchOnAsync("/window/w1", ScreenSize.Desk, "clerk-w1");
        await SwitchOnAsync("/check-in?household=h002", ScreenSize.Desk, "reception-2");
        await SwitchOnAsync("/plan", ScreenSize.Desk, "administrator");
        await SwitchOnAsync($"/t/{await TokenAsync("h002")}", ScreenSize.Phone, null);
        await SwitchOnAsync(Phone, ScreenSize.Phone, "order-leader");
        await AtEachAsync(static s => Expect(s.Body).ToHaveAttributeAsync("data-line", "live"));
        await AtEachAsync(static s => s.WatchingAsync());
    }

    // What the screens miss meanwhile.
    private async Task GoOnAsync()
    {
        await DoAsync("clerk-w1", "windows/w1/arrive");
        await DoAsync("clerk-w1", "windows/w1/start");
        await CheckInAsync("h003");
    }

    private async Task AssertBackAsync()
    {
        await AtEachAsync(static s => Expect(s.Body).ToHaveAttributeAsync("data-line", "live"));
        await AssertExactAsync();
        await AtEachAsync(async static s => Assert.True(await s.Page.EvaluateAsync<bool>("window.sinceBefore === true"), "The page was loaded again."));
    }

    // A phone goes on working without its line: it says so, and how much waits, in its corner.
    private static async Task SaysThatItIsOldAsync(Screen screen)
    {
        if (screen.Page.Url.Contains(Phone, StringComparison.Ordinal))
        {
            await screen.SaysAsync("#net.off", "离线");
            return;
        }

        await screen.ShowsAsync(".cut-note, .line .cut");
        Assert.Contains("grayscale", await screen.Page.Locator("main").EvaluateAsync<string>("e => getComputedStyle(e).filter"), StringComparison.Ordinal);
    }

    private async Task AssertExactAsync()
    {
        var queue = (await (await As("commander")).GetAsync("/api/operations/sample/boards/state")).Expect(200).Json.GetProperty("data");
        await _screens[0].Screen.SaysAsync(".kpi .v", $"{queue.GetProperty("checkedIn").GetInt32()} / 199");
        Assert.Equal(3, queue.GetProperty("checkedIn").GetInt32());
        await RenewCodesAsync();
        foreach (var (path, screen, post) in _screens)
        {
            await using var fresh = await ScreenAsync(path, new(screen.Page.ViewportSize!.Width, screen.Page.ViewportSize.Height), post);
            await SameAsync(path, fresh.Page, screen.Page);
        }
    }

    // Both are live: what the server has to say meanwhile, such as its first forecast, comes to one a moment before the other.
    private static async Task SameAsync(string path, IPage fresh, IPage screen)
    {
        string[] pictures = [];
        for (var look = 0; look < 300; look++)
        {
            pictures = await Task.WhenAll(fresh.EvaluateAsync<string>(Picture), screen.EvaluateAsync<string>(Picture));
            if (pictures[0] == pictures[1])
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Equal((path, pictures[0]), (path, pictures[1]));
    }

    private async Task StartAgainAsync()
    {
        var address = _server.Address;
        await _server.DisposeAsync();
        _server = await Executable.ServeAtAsync(address, "--data", _folder["data"], "--plan", Checkout.Sample);
    }

    private async Task SwitchOnAsync(string path, ScreenSize size, string? post)
    {
        var screen = await ScreenAsync(path, size, post, async page =>
        {
            await page.Clock.InstallAsync();
            _lines.Add(await Line.LayAsync(page));
        });
        _screens.Add((path, screen, post));
        await screen.Page.EvaluateAsync("window.sinceBefore = true");
    }

    private async Task<Screen> ScreenAsync(string path, ScreenSize size, string? post, Func<IPage, Task>? prepare = null)
    {
        var screen = await Screen.NewAsync(browser, _server.Address, size);
        await (prepare?.Invoke(screen.Page) ?? Task.CompletedTask);
        if (post is not null)
        {
            await screen.JoinAsync(_codes[post]);
        }

        await screen.OpenAsync(path);
        await screen.SettledAsync();
        return screen;
    }

    private Task AtEachAsync(Func<Screen, Task> look) => Task.WhenAll(_screens.Select(s => look(s.Screen)));

    private Task<string[]> PicturesAsync() => Task.WhenAll(_screens.Select(static s => s.Screen.Page.EvaluateAsync<string>(Picture)));

    private async Task<string> TokenAsync(string household)
    {
        var board = (await (await As("reception-1")).GetAsync($"/api/operations/sample/boards/household:{household}")).Expect(200);
        return board.Json.GetProperty("data").GetProperty("page").GetString()!;
    }

    private Task CheckInAsync(string household) => DoAsync("reception-1", $"households/{household}/check-in", new { present = new[] { 1 } });

    private async Task DoAsync(string post, string path, object? body = null) => (await (await As(post)).GiveAsync(path, body)).Expect(200);

    private async Task<Client> As(string post)
    {
        if (!_devices.TryGetValue(post, out var device))
        {
            // A device may join ten times a minute from one address: here each has an address of its own.
            _devices.Add(post, device = new(_server.Address, from: _devices.Count + 2));
            await device.JoinAsync(_codes[post]);
        }

        return device;
    }

    // A code is good once; asking again gives new ones to all.
    private async Task RenewCodesAsync()
    {
        var posts = (await Executable.RunAsync("posts", "--data", _folder["data"], "--operation", "sample", "--json")).Expect(0);
        _codes = JsonDocument.Parse(posts.Output).RootElement.EnumerateArray()
            .ToDictionary(static p => p.GetProperty("post").GetString()!, static p => p.GetProperty("code").GetString()!);
    }
}

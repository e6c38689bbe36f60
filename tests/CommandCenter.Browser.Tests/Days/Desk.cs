using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests.Days;

/// <summary>A clerk at a window's screen, who uses nothing but the keyboard unless the test says otherwise.</summary>
internal sealed class Desk(Screen screen)
{
    // What the page itself asks for between the two presses of a confirmation, and a little more.
    private const int SecondPressAfter = 600;

    public Screen Screen => screen;

    /// <summary>The button of what comes next.</summary>
    public ILocator Next => screen.Page.Locator("#act-Enter");

    /// <summary>A clerk who has sat down at a window.</summary>
    public static async Task<Desk> SitAsync(Chromium browser, Server.Tests.TestServer server, string window, string culture = "zh")
    {
        var screen = await Screen.NewAsync(browser, server.Address, ScreenSize.Desk);
        await screen.JoinAsync(server.Code($"clerk-{window}"));
        return new(await screen.OpenAsync($"/window/{window}", culture));
    }

    /// <summary>Presses the key of what comes next, once the button says what that is.</summary>
    public async Task DoAsync(string label)
    {
        await OffersAsync(label);
        await screen.PressAsync("Enter");
    }

    /// <summary>The same for what must be confirmed: two presses, apart from each other.</summary>
    public async Task ConfirmAsync(string label)
    {
        await ArmAsync(label);
        await screen.PressAsync("Enter");
    }

    /// <summary>The first of the two presses.</summary>
    public async Task ArmAsync(string label)
    {
        await DoAsync(label);
        await screen.UntilAsync($"performance.now() - Number(document.querySelector('#act-Enter').dataset.armedAt) > {SecondPressAfter}");
    }

    /// <summary>Waits until the button of what comes next says this and can be pressed.</summary>
    public async Task OffersAsync(string label)
    {
        await Expect(Next.Locator(".say")).ToContainTextAsync(label);
        await Expect(Next).ToBeEnabledAsync();
    }

    /// <summary>From the free window to the household in service.</summary>
    public async Task ServeNextAsync(string number)
    {
        await DoAsync("叫下一户");
        await screen.SaysAsync(".tk", number);
        await DoAsync("已到窗口");
        await DoAsync("开始办理");
    }

    /// <summary>With the mouse among simulated people: whatever is offered next is pressed, until a household has come, was served and has gone.</summary>
    public async Task ServeOneAsync()
    {
        var served = await screen.TextAsync(".top small");
        while (await screen.TextAsync(".top small") == served)
        {
            await Expect(Next).ToBeEnabledAsync();
            try
            {
                await Next.ClickAsync(new() { Timeout = 2_000 });
            }
            catch (TimeoutException)
            {
                // It changed under the mouse: the next look shows what it has become.
            }
        }
    }
}

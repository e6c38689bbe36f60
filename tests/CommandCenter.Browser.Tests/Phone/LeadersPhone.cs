using CommandCenter.Server.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests.Phone;

/// <summary>A phone in the hand of whoever holds a post; nothing but taps.</summary>
internal sealed class LeadersPhone(Screen screen) : IAsyncDisposable
{
    public Screen Screen => screen;

    /// <summary>The chip that says whether the line is there and what waits.</summary>
    public ILocator Net => Page.Locator("#net");

    private IPage Page => screen.Page;

    /// <summary>A phone that has joined a post and is on the line, kept for opening without one.</summary>
    public static async Task<LeadersPhone> HoldAsync(Chromium browser, TestServer server, string post, string? script = null)
    {
        var screen = await Screen.NewAsync(browser, server.Address, ScreenSize.Phone);
        await screen.JoinAsync(server.Code(post));
        if (script is not null)
        {
            await screen.Page.AddInitScriptAsync(script);
        }

        var phone = new LeadersPhone(await screen.OpenAsync("/m"));
        await phone.OnlineAsync();
        await screen.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        return phone;
    }

    /// <summary>Waits until it is on the line and nothing waits.</summary>
    public Task OnlineAsync() => Expect(Net).ToHaveTextAsync("● 在线");

    public Task TapAsync(string selector) => Page.Locator(selector).First.ClickAsync();

    public Task GoAsync(string view) => Page.EvaluateAsync("view => { location.hash = view; }", view);

    /// <summary>Cuts the line or gives it back, and waits until the phone says so.</summary>
    public async Task CutAsync()
    {
        await Page.Context.SetOfflineAsync(true);
        await Expect(Net).ToContainTextAsync("离线");
    }

    public Task RestoreAsync() => Page.Context.SetOfflineAsync(false);

    /// <summary>The application is closed and opened again, as people do.</summary>
    public async Task RestartAsync()
    {
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync(new Uri(screen.Server, "/m").ToString());
    }

    /// <summary>Three taps.</summary>
    public async Task RaiseAsync(string type, string zone, int severity)
    {
        await TapAsync($"[data-type={type}]");
        await TapAsync($"button[data-zone={zone}]");
        await TapAsync($"[data-level='{severity}']");
    }

    public ValueTask DisposeAsync() => screen.DisposeAsync();
}

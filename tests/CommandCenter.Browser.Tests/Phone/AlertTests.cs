using CommandCenter.Server.Tests;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests.Phone;

/// <summary>What a phone does to be noticed while its page is open: it rings, shakes, and keeps its screen on where that was chosen.</summary>
[Collection(Chromium.Collection)]
public sealed class AlertTests(Chromium browser) : IAsyncLifetime
{
    // Notes what is asked of the browser; the tones are real ones. Time can be put forward.
    private const string Recorders = """
        window.tones = 0; window.shaken = 0; window.locks = []; window.released = 0; window.ahead = 0; window.shown = "visible";
        const strike = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (at) { window.tones++; return strike.call(this, at); };
        const now = performance.now.bind(performance);
        performance.now = () => now() + window.ahead;
        Object.defineProperty(navigator, "vibrate", { value: () => { window.shaken++; return true; } });
        Object.defineProperty(navigator, "wakeLock", { value: { request: async kind => { window.locks.push(kind); return { release: async () => { window.released++; } }; } } });
        Object.defineProperty(document, "visibilityState", { get: () => window.shown });
        """;

    private Day _day = null!;

    public async Task InitializeAsync() => _day = await Day.OpenAsync(await TestServer.StartAsync());

    public async Task DisposeAsync() => await _day.DisposeAsync();

    [Fact]
    public async Task Alert_OfANewIncident_RingsAndShakes_AndAgainAfterHalfAMinuteUnseen()
    {
        await using var phone = await HoldAsync();

        await RaiseAsync();
        await phone.Screen.UntilAsync("window.tones === 2 && window.shaken === 1");
        Assert.StartsWith("(1) ", await phone.Screen.Page.TitleAsync(), StringComparison.Ordinal);

        await phone.Screen.Page.EvaluateAsync("window.ahead = 31000");
        await phone.Screen.UntilAsync("window.tones === 4 && window.shaken === 2");
        phone.Screen.BehavedWell();
    }

    [Fact]
    public async Task Alert_WhereSoundIsSwitchedOff_IsShownAndNeitherHeardNorFelt()
    {
        await using var phone = await HoldAsync();
        await phone.GoAsync("outbox");
        await phone.TapAsync("#sound");

        await RaiseAsync();

        await phone.Screen.UntilAsync("document.title.startsWith('(1) ')");
        Assert.Equal(0, await phone.Screen.Page.EvaluateAsync<int>("window.tones + window.shaken"));
        await phone.RestartAsync();
        await Expect(phone.Screen.Page.Locator("#sound")).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task WakeLock_WhereItIsChosen_IsAskedFor_AndAgainWhenThePageIsSeenAgain()
    {
        await using var phone = await HoldAsync();
        Assert.Empty(await phone.Screen.Page.EvaluateAsync<string[]>("window.locks"));
        await phone.GoAsync("outbox");

        await phone.TapAsync("#awake");
        await phone.Screen.UntilAsync("window.locks.join() === 'screen'");

        // Browsers take it back when the page is put away.
        await phone.Screen.Page.EvaluateAsync("window.shown = 'hidden'; document.dispatchEvent(new Event('visibilitychange'))");
        await phone.Screen.Page.EvaluateAsync("window.shown = 'visible'; document.dispatchEvent(new Event('visibilitychange'))");
        await phone.Screen.UntilAsync("window.locks.join() === 'screen,screen'");

        await phone.TapAsync("#awake");
        await phone.Screen.UntilAsync("window.released === 2");
        Assert.Equal(2, await phone.Screen.Page.EvaluateAsync<int>("window.locks.length"));
    }

    // Touched once: before that no browser rings or shakes.
    private async Task<LeadersPhone> HoldAsync()
    {
        var phone = await LeadersPhone.HoldAsync(browser, _day.Server, "order-leader", Recorders);
        await phone.TapAsync("h1");
        return phone;
    }

    private Task RaiseAsync() => _day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });
}

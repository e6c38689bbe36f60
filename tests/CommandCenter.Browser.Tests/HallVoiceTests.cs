using CommandCenter.Browser.Tests.Days;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests;

/// <summary>What the hall says: one sentence after another, again when asked, nothing while muted, and a sign where it cannot speak Chinese.</summary>
[Collection(Chromium.Collection)]
public sealed class HallVoiceTests(Chromium browser) : IAsyncLifetime
{
    // A speech engine that says a sentence for as long as the test likes. Its tones are as long as they are.
    private const string Engine = """
        window.said = []; window.together = 0; window.most = 0; window.cancelled = 0;
        const engine = {
          getVoices: () => [{ lang: "LANGUAGE", localService: true }], addEventListener: () => {}, cancel: () => { window.cancelled++; window.finish?.(); },
          speak: u => {
            window.said.push(u.text);
            window.most = Math.max(window.most, ++window.together);
            window.finish = () => { window.finish = null; window.together--; u.onend(); };
          },
        };
        Object.defineProperty(window, "speechSynthesis", { value: engine });
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        """;

    private StandingDay _day = null!;

    public async Task InitializeAsync()
    {
        _day = await StandingDay.OpenAsync();
        foreach (var n in Enumerable.Range(1, 3))
        {
            await _day.CheckInAsync($"h00{n}");
            await _day.DoAsync($"clerk-w{n}", $"windows/w{n}/open");
        }
    }

    public async Task DisposeAsync() => await _day.DisposeAsync();

    [Fact]
    public async Task Announcements_CalledAllAtOnce_AreSaidTwiceEachAndNeverTogether()
    {
        await using var hall = await ListenAsync("zh-CN");
        await CallAsync("w1");
        await CallAsync("w2");
        await CallAsync("w3");

        await HearAsync(hall, "V 零零一", 2);
        await HearAsync(hall, "V 零零二", 2);
        await HearAsync(hall, "V 零零三", 2);
        Assert.Equal(1, await hall.Page.EvaluateAsync<int>("window.most"));
        Assert.Equal(6, await hall.Page.EvaluateAsync<int>("window.said.length"));

        await hall.Page.ClickAsync("#sound-again");
        await HearAsync(hall, "V 零零三", 1);
        hall.BehavedWell();
    }

    [Fact]
    public async Task Mute_WhileSpeaking_StopsAtOnceAndSaysNothingUntilItIsTakenBack()
    {
        await using var hall = await ListenAsync("zh-CN");
        await CallAsync("w1");
        await hall.UntilAsync("window.said.length === 1");

        await hall.Page.ClickAsync("#sound-mute");
        await Expect(hall.Page.Locator("#sound-mute")).ToHaveTextAsync("已静音");
        Assert.Equal(1, await hall.Page.EvaluateAsync<int>("window.cancelled"));
        await CallAsync("w2");
        await hall.SaysAsync(".newest .no", "V002");
        await hall.Page.ClickAsync("#sound-mute");
        await CallAsync("w3");

        await HearAsync(hall, "V 零零三", 2);
        Assert.Equal(3, await hall.Page.EvaluateAsync<int>("window.said.length"));
    }

    [Theory]
    [InlineData("zh-CN", false)]
    [InlineData("zh-HK", true)]
    [InlineData("en-US", true)]
    public async Task Sign_ForAVoiceOfThatLanguage_IsShownWhereItIsNotMandarin(string voice, bool shown)
    {
        await using var hall = await ListenAsync(voice);
        await hall.Page.Clock.RunForAsync(1_500);

        var sign = Expect(hall.Page.Locator("#no-voice"));
        await (shown ? sign.ToBeVisibleAsync() : sign.ToBeHiddenAsync());
    }

    private async Task<Screen> ListenAsync(string voice)
    {
        var hall = await Screen.NewAsync(browser, _day.Server.Address, ScreenSize.Wall);
        await hall.Page.AddInitScriptAsync(Engine.Replace("LANGUAGE", voice, StringComparison.Ordinal));

        // The sign waits a moment for the voices: that moment is the test's.
        await hall.Page.Clock.InstallAsync();
        await hall.OpenAsync("/hall");
        await Expect(hall.Body).ToHaveAttributeAsync("data-line", "live");

        // Browsers make no sound before somebody has touched the page.
        if (await hall.Page.Locator("#sound-start").IsVisibleAsync())
        {
            await hall.Page.ClickAsync("#sound-start");
        }

        await Expect(hall.Page.Locator("#sound-start")).ToBeHiddenAsync();
        await hall.WatchingAsync();
        return hall;
    }

    private Task CallAsync(string window) => _day.DoAsync($"clerk-{window}", $"windows/{window}/call-next");

    private static async Task HearAsync(Screen hall, string number, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await hall.UntilAsync($"window.finish && window.said.at(-1).includes('{number}')");
            await hall.Page.EvaluateAsync("window.finish()");
        }
    }
}

using CommandCenter.Server.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests.Phone;

/// <summary>Voice notes: spoken into a leader's phone, heard at the wall. The browser's microphone gives a tone.</summary>
[Collection(Chromium.Collection)]
public sealed class VoiceTests(Chromium browser) : IAsyncLifetime
{
    private Day _day = null!;

    public async Task InitializeAsync()
    {
        _day = await Day.OpenAsync(await TestServer.StartAsync());
        await _day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });
    }

    public async Task DisposeAsync() => await _day.DisposeAsync();

    [Fact]
    public async Task Voice_RecordedWithoutANetwork_IsSentOnceWhenItIsBack_AndHeardAtTheWall()
    {
        await using var phone = await OpenIncidentAsync();
        await phone.CutAsync();

        await RecordAsync(phone);
        await phone.Screen.UntilAsync("document.querySelector('#voice audio').readyState > 0");
        await phone.TapAsync("#voice [value=ok]");

        await Expect(phone.Net).ToContainTextAsync("待发 1");
        await phone.RestartAsync();
        await Expect(phone.Net).ToContainTextAsync("待发 1");
        Assert.Equal(0, Voices());
        await phone.RestoreAsync();
        await phone.OnlineAsync();
        await _day.UntilAsync("incident:i1", static board => board.GetProperty("voices").GetArrayLength() == 1);
        await phone.GoAsync("i/i1");
        await phone.Screen.ShowsAsync(".voices audio");

        await using var wall = await Screen.NewAsync(browser, _day.Server.Address, ScreenSize.Wall);
        await (await wall.JoinAsync(_day.Server.Code("commander"))).OpenAsync("/wall");
        await wall.Page.ClickAsync(".inc[data-list*='incident:i1']");
        await wall.ShowsAsync("#list .voices audio");
        await wall.Page.EvalOnSelectorAsync("#list .voices audio", "audio => audio.play()");
        await wall.UntilAsync("document.querySelector('#list .voices audio').currentTime > 0.2");
        Assert.Equal(1, Voices());
        wall.BehavedWell();
    }

    [Fact]
    public async Task Voice_ThrownAway_IsNotSent_AndTheMicrophoneIsGivenBack()
    {
        await using var phone = await OpenIncidentAsync("""
            window.tracks = [];
            const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async wish => { const stream = await ask(wish); window.tracks.push(...stream.getTracks()); return stream; };
            """);
        await RecordAsync(phone);
        await phone.TapAsync("#voice [value='']");
        await phone.TapAsync(".file-foot [data-voice]");
        await phone.Screen.UntilAsync("document.querySelector('#voice-seconds').textContent === '1'");

        // In the middle of the second one.
        await phone.TapAsync("#voice [value='']");

        await phone.Screen.UntilAsync("window.tracks.length === 2 && window.tracks.every(t => t.readyState === 'ended')");
        await phone.OnlineAsync();
        Assert.Equal(0, Voices());
        phone.Screen.BehavedWell();
    }

    [Fact]
    public async Task Voice_WhereTheMicrophoneIsRefused_IsSaidAndNothingElseHappens()
    {
        await using var phone = await OpenIncidentAsync("navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));");

        await phone.TapAsync(".file-foot [data-voice]");

        await phone.Screen.SaysAsync(".toast.stop", "没有麦克风权限");
        await Expect(phone.Screen.Page.Locator("#voice")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Voice_WhereThePageMayNotRecord_HasNoButton_AndTheSettingsSayWhy()
    {
        await using var phone = await OpenIncidentAsync("""
            Object.defineProperty(navigator, "mediaDevices", { value: undefined });
            Object.defineProperty(window, "isSecureContext", { value: false });
            """);

        await Expect(phone.Screen.Page.Locator("[data-voice]:visible")).ToHaveCountAsync(0);
        await phone.GoAsync("outbox");
        await phone.Screen.SaysAsync("#voice-none", "HTTPS");
    }

    private static async Task RecordAsync(LeadersPhone phone)
    {
        await phone.TapAsync(".file-foot [data-voice]");
        await phone.Screen.UntilAsync("document.querySelector('#voice-seconds').textContent === '1'");
        await phone.TapAsync("#voice-stop");
        await phone.Screen.ShowsAsync("#voice audio");
    }

    private async Task<LeadersPhone> OpenIncidentAsync(string? script = null)
    {
        var phone = await LeadersPhone.HoldAsync(browser, _day.Server, "order-leader", script);
        await phone.TapAsync(".it[data-incident] a");
        await phone.Screen.ShowsAsync(".file");
        return phone;
    }

    private int Voices() => _day.Board("incident:i1").GetProperty("voices").GetArrayLength();
}

using CommandCenter.Server.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests.Phone;

/// <summary>The incident's page, the group's zones and the communication check on a leader's phone, by taps alone.</summary>
[Collection(Chromium.Collection)]
public sealed class IncidentPageTests(Chromium browser) : IAsyncLifetime
{
    // A picture of one pixel.
    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Day _day = null!;

    public async Task InitializeAsync() => _day = await Day.OpenAsync(await TestServer.StartAsync());

    public async Task DisposeAsync() => await _day.DisposeAsync();

    [Fact]
    public async Task Incident_WalkedByTaps_IsChecked_Noted_Photographed_AndResolved()
    {
        await _day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });
        await using var phone = await LeadersPhone.HoldAsync(browser, _day.Server, "order-leader");
        await phone.TapAsync(".it[data-incident] a");

        await phone.TapAsync(".steps .p:has-text('收到')");
        await phone.TapAsync(".steps .p:has-text('我去处置')");
        await phone.TapAsync(".steps .p:has-text('我已到场')");
        await phone.TapAsync(".ck:not(.d)");
        await phone.Screen.ShowsAsync(".ck.d");
        await phone.Screen.Page.SetInputFilesAsync(".file-foot [data-photo]", new FilePayload { Name = "a.png", MimeType = "image/png", Buffer = Pixel });
        await phone.Screen.UntilAsync("document.querySelector('.photos img')?.naturalWidth > 0");
        await phone.TapAsync(".photos button");
        await phone.Screen.UntilAsync("document.querySelector('dialog#photo[open] img')?.naturalWidth > 0");
        await phone.TapAsync("dialog#photo button");
        await phone.TapAsync(".steps .p:has-text('已解决')");
        await phone.TapAsync("#ask-outcome [data-preset]");

        await _day.UntilAsync("incident:i1", static board => board.GetProperty("stage").GetString() == "resolved");
        phone.Screen.BehavedWell();
    }

    [Fact]
    public async Task Steps_FromRaisedToResolved_StayWhereTheThumbFoundThem()
    {
        await _day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });
        await using var phone = await LeadersPhone.HoldAsync(browser, _day.Server, "order-leader");
        await phone.TapAsync(".it[data-incident] a");
        await phone.Screen.ShowsAsync(".steps");
        var places = await PlacesAsync(phone);

        foreach (var step in new[] { "acknowledge", "respond", "on-scene", "resolve" })
        {
            await Expect(phone.Screen.Page.Locator(".steps .p")).ToHaveAttributeAsync("data-step-to", step);
            Assert.Equal(places, await PlacesAsync(phone));
            await phone.TapAsync($"[data-step-to={step}]");
        }

        await phone.TapAsync("#ask-outcome [data-preset]");
        await Expect(phone.Screen.Page.Locator(".steps .done")).ToHaveCountAsync(4);
        Assert.Equal(places, await PlacesAsync(phone));
        phone.Screen.BehavedWell();
    }

    [Fact]
    public async Task Page_OpenedInAnotherLanguage_ShowsNothingThatWasKeptInTheFirst()
    {
        await _day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });
        await using var phone = await LeadersPhone.HoldAsync(browser, _day.Server, "order-leader");
        await phone.TapAsync(".it[data-incident] a");
        await phone.Screen.SaysAsync(".steps", "收到");

        await phone.Screen.OpenAsync("/m", "en");
        await phone.GoAsync("i/i1");

        await phone.Screen.SaysAsync(".steps", "Got it");
    }

    [Fact]
    public async Task Zone_PausedByTaps_IsSaidWithItsReason()
    {
        await using var phone = await LeadersPhone.HoldAsync(browser, _day.Server, "order-leader");
        await phone.TapAsync("[href='#zones']");

        await phone.TapAsync("[data-zone-state=south-gate] .b:has-text('暂停')");
        await phone.TapAsync("#ask-zone [data-preset]");

        await Expect(phone.Screen.Page.Locator("[data-zone-state=south-gate] small")).ToHaveTextAsync("人多限流");
        await phone.TapAsync("[data-zone-state=south-gate] .b:has-text('开放')");
        await Expect(phone.Screen.Page.Locator("[data-zone-state=south-gate].green")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task CommunicationCheck_OnThePhone_IsSeenByItselfAndAnsweredInOneTap()
    {
        await using var phone = await LeadersPhone.HoldAsync(browser, _day.Server, "order-leader");
        await _day.DoAsync("commander", "communication/self/check", new { seconds = 600 });

        await phone.Screen.ShowsAsync("[data-command='communication/self/answer']");
        await _day.UntilAsync("communication", static board => Standing(board) == "seen");
        await phone.TapAsync("[data-command='communication/self/answer']");

        await _day.UntilAsync("communication", static board => Standing(board) == "answered");
        await Expect(phone.Screen.Page.Locator("[data-command='communication/self/answer']")).ToHaveCountAsync(0);
    }

    // Where each button for a step stands; all of them within the window.
    private static Task<string> PlacesAsync(LeadersPhone phone) => phone.Screen.Page.EvaluateAsync<string>("""
        () => [...document.querySelectorAll(".steps button, .file-foot .b")].map(b => b.getBoundingClientRect()).filter(b => b.bottom <= innerHeight && b.right <= innerWidth)
          .map(b => [b.left, b.top, b.width, b.height].map(Math.round)).join(" ")
        """);

    private static string? Standing(System.Text.Json.JsonElement board) => board.GetProperty("posts").EnumerateArray()
        .First(static p => p.GetProperty("post").GetProperty("id").GetString() == "order-leader").GetProperty("standing").GetString();
}

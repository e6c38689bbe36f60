using CommandCenter.Server.Tests;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests.Phone;

/// <summary>Where it is, said on the site plan: by a tap on a large zone, on a small one, and by keys.</summary>
[Collection(Chromium.Collection)]
public sealed class SitePlanTests(Chromium browser) : IAsyncLifetime
{
    private Day _day = null!;

    public async Task InitializeAsync() => _day = await Day.OpenAsync(await TestServer.StartAsync());

    public async Task DisposeAsync() => await _day.DisposeAsync();

    [Theory]
    [InlineData("parking", "停车场")]
    [InlineData("north-gate", "北门（应急出口）")]
    public async Task Zone_TappedOnThePlan_IsWhereTheIncidentIs(string zone, string name)
    {
        await using var phone = await BeginAsync();

        await phone.TapAsync($"g[data-zone={zone}]");
        await phone.Screen.SaysAsync(".top .bad-part", name);
        await phone.TapAsync("[data-level='3']");

        await phone.Screen.SaysAsync(".kept", $"拥挤争执 · {name}");
        await _day.UntilAsync("site", board => board.GetProperty("incidents").EnumerateArray().Any(i => i.GetProperty("zone").GetString() == zone));
        phone.Screen.BehavedWell();
    }

    [Fact]
    public async Task Zone_ChosenByKeys_IsWhereTheIncidentIs()
    {
        await using var phone = await BeginAsync();

        await phone.Screen.Page.Locator("g[data-zone=medical]").FocusAsync();
        await phone.Screen.PressAsync("Enter");

        await phone.Screen.SaysAsync(".top .bad-part", "医疗点");
        await Expect(phone.Screen.Page.Locator("g[data-zone=medical]")).ToHaveAttributeAsync("aria-label", "医疗点");
    }

    [Fact]
    public async Task Plan_AtPhoneSize_HasEveryZoneLargeEnoughForAFinger()
    {
        await using var phone = await BeginAsync();

        var small = await phone.Screen.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("g[data-zone]")].map(g => [g.dataset.zone, g.getBoundingClientRect()])
              .filter(([, box]) => Math.min(box.width, box.height) < 32 || box.left < 0 || box.right > innerWidth).map(([zone, box]) => `${zone} ${box.width} × ${box.height}`)
            """);

        Assert.Empty(small);
        Assert.Equal(_day.Server.Sample.Frame.Plan.Zones.Length, await phone.Screen.Page.Locator("g[data-zone]").CountAsync());
    }

    private async Task<LeadersPhone> BeginAsync()
    {
        var phone = await LeadersPhone.HoldAsync(browser, _day.Server, "order-leader");
        await phone.TapAsync(".raise");
        await phone.TapAsync("[data-type=crowd]");
        await phone.Screen.ShowsAsync(".site");
        return phone;
    }
}

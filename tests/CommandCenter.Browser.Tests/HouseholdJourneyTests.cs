using CommandCenter.Browser.Tests.Days;
using CommandCenter.Server.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests;

/// <summary>A household's whole way through the day, by nothing but the buttons and keys of the pages, with everybody watching.</summary>
[Collection(Chromium.Collection)]
public sealed class HouseholdJourneyTests(Chromium browser) : IAsyncLifetime
{
    private readonly List<Screen> _screens = [];
    private Day _day = null!;
    private Screen _hall = null!;
    private Screen _wall = null!;

    public async Task InitializeAsync()
    {
        _day = await Day.OpenAsync(await TestServer.StartAsync());
        _hall = await OpenAsync("/hall", ScreenSize.Wall);
        _wall = await OpenAsync("/wall", ScreenSize.Wall, "screen-wall");
    }

    public async Task DisposeAsync()
    {
        foreach (var screen in _screens)
        {
            await screen.DisposeAsync();
        }

        await _day.DisposeAsync();
    }

    [Fact]
    public async Task Household_FromCheckInToSettlement_PassesEveryScreen()
    {
        var phone = await CheckInAsync("001");
        await phone.SaysAsync(".hero .no", "V001");
        await KpiAsync("已签到", "1 / 199");

        await VerifyAsync(phone);
        var unit = await ChooseAsync(phone);
        await phone.SaysAsync(".hero .no", "Q001");
        await phone.SaysAsync(".flat", unit);
        await PassStepAsync("w8", "Q001", "签约");
        await phone.SaysAsync(".hero .no", "J001");
        await PassStepAsync("w11", "J001", "结算补差");

        await phone.SaysAsync(".hero .state", "全部办结");
        await _hall.SaysAsync(".progress .good b", "1 / 199");
        await KpiAsync("全部办结", "1");
        Assert.Equal(unit, Assert.Single(_day.Board("household:h001").GetProperty("units").EnumerateArray()).GetString());
        _screens.ForEach(static s => s.BehavedWell());
    }

    private async Task<Screen> CheckInAsync(string number)
    {
        var desk = await OpenAsync("/check-in", ScreenSize.Desk, "reception-1");
        await desk.Page.Keyboard.TypeAsync(number);
        await desk.PressAsync("Enter");
        await desk.SaysAsync(".sheet .no", number);
        await desk.PressAsync("Enter");
        await desk.SaysAsync(".ticket .tk", "V001");
        await desk.UntilAsync("window.printed === 1");
        Assert.Equal("V001", await desk.Page.Locator(".slip .num").TextContentAsync());

        var scanned = await desk.Page.Locator(".slip img").GetAttributeAsync("src");
        return await OpenAsync(scanned!["/qr.svg?path=".Length..], ScreenSize.Phone);
    }

    private async Task VerifyAsync(Screen phone)
    {
        var desk = await SitAsync("w1");
        await desk.DoAsync("开窗");
        await desk.DoAsync("叫下一户");
        await _hall.SaysAsync(".newest .no", "V001");
        await _hall.SaysAsync(".newest .to", "1 号窗口");
        await phone.SaysAsync(".hero .state", "叫到您了");
        await phone.SaysAsync(".hero .window", "1 号窗口");
        await desk.DoAsync("已到窗口");
        await desk.DoAsync("开始办理");
        await KpiAsync("办理中", "1");
        await desk.ConfirmAsync("办结");
        await phone.SaysAsync(".hero .no", "S001");
    }

    private async Task<string> ChooseAsync(Screen phone)
    {
        var desk = await SitAsync("w5");
        var guest = await OpenAsync("/window/w5/guest", ScreenSize.Desk, "clerk-w5");
        await desk.DoAsync("开窗");
        await desk.ServeNextAsync("S001");
        await phone.SaysAsync(".hero .state", "正在办理");
        var unit = await PickAsync(desk);
        await desk.DoAsync("预留所选房源");
        await guest.SaysAsync(".kept", unit);
        await guest.ShowsAsync($".u.reserved[data-unit='{unit}']");
        await AssertSameSheetAsync(desk.Screen, guest);

        await desk.ArmAsync($"确认选房 {unit}");
        await Expect(desk.Next.Locator(".again")).ToBeVisibleAsync();
        await desk.Screen.PressAsync("Enter");
        await guest.SaysAsync(".me .mine, .flatcard", unit);
        await KpiAsync("已选房", "1");
        await _hall.SaysAsync(".progress b", "1 / 199");
        await _wall.ShowsAsync($".u.confirmed[data-unit='{unit}']");
        await desk.ConfirmAsync("办结");
        return unit;
    }

    private static async Task<string> PickAsync(Desk desk)
    {
        await desk.Screen.ShowsAsync(".flats .u.may");
        await desk.Screen.PressAsync("ArrowRight");
        await desk.Screen.PressAsync("ArrowDown");
        await desk.Screen.ShowsAsync(".flats .u.picked");
        return (await desk.Screen.Page.Locator(".flats .u.picked").GetAttributeAsync("data-unit"))!;
    }

    // Line by line the same sum on both sides of the table; nothing to press and no full name on the household's.
    private static async Task AssertSameSheetAsync(Screen clerk, Screen guest)
    {
        await guest.ShowsAsync(".worked .total");
        Assert.Equal(await clerk.TextAsync(".worked"), await guest.TextAsync(".worked"));
        Assert.Equal(await clerk.TextAsync(".sum .band, .me .band"), await guest.TextAsync(".sum .band, .me .band"));
        Assert.Equal(0, await guest.Page.Locator("button, input, select, [data-command]").CountAsync());
        var name = await clerk.Page.Locator(".people b").First.TextContentAsync();
        Assert.DoesNotContain(name!, await guest.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private async Task PassStepAsync(string window, string number, string step)
    {
        var desk = await SitAsync(window);
        await desk.DoAsync($"开窗 · {step}");
        await desk.ServeNextAsync(number);
        await _hall.SaysAsync(".newest .no", number);
        await desk.ConfirmAsync("办结");
    }

    private Task KpiAsync(string label, string value) =>
        Expect(_wall.Page.Locator(".kpi", new() { HasText = label }).Locator(".v")).ToHaveTextAsync(value);

    private async Task<Desk> SitAsync(string window)
    {
        var desk = await Desk.SitAsync(browser, _day.Server, window);
        _screens.Add(desk.Screen);
        return desk;
    }

    private async Task<Screen> OpenAsync(string path, ScreenSize size, string? post = null)
    {
        var screen = await Screen.NewAsync(browser, _day.Server.Address, size);
        _screens.Add(screen);
        if (post is not null)
        {
            await screen.JoinAsync(_day.Server.Code(post));
        }

        return await screen.OpenAsync(path);
    }
}

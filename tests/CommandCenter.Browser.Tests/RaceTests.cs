using CommandCenter.Browser.Tests.Days;
using CommandCenter.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests;

/// <summary>Two at once, one twice, and time running out: what happens is right, and the screen explains it.</summary>
[Collection(Chromium.Collection)]
public sealed class RaceTests(Chromium browser) : IAsyncLifetime
{
    private readonly List<Desk> _desks = [];
    private StandingDay _day = null!;

    public async Task InitializeAsync() => _day = await StandingDay.OpenAsync();

    public async Task DisposeAsync()
    {
        foreach (var desk in _desks)
        {
            await desk.Screen.DisposeAsync();
        }

        await _day.DisposeAsync();
    }

    [Fact]
    public async Task CallNext_AtTwoWindowsAtOnce_GivesTheOneTicketToOneAndTellsTheOther()
    {
        var desks = new[] { await SitAsync("w1", open: true), await SitAsync("w2", open: true) };
        await _day.CheckInAsync("h001");
        await PressTogetherAsync(desks, "叫下一户", "call-next");

        // Both wait for a moment, until the one that asked first is given the ticket.
        var given = await FirstToSayAsync(desks, "V001").Expected("one of the windows to be given the ticket");
        await desks.Single(d => d != given).Screen.SaysAsync(".me .at", "等候下一户");
        Assert.Equal(0, _day.Board("queue:verification").GetProperty("waiting").GetInt32());
    }

    [Fact]
    public async Task CallNext_OnTwoScreensOfOneWindowAtOnce_CallsOnceAndShowsItOnBoth()
    {
        var desks = new[] { await SitAsync("w1", open: true), await SitAsync("w1", open: false) };
        await _day.CheckInAsync("h001");
        await _day.CheckInAsync("h002");
        await PressTogetherAsync(desks, "叫下一户", "call-next");

        await Task.WhenAll(desks.Select(static d => d.Screen.SaysAsync(".tk", "V001")));
        Assert.Equal(1, _day.Board("queue:verification").GetProperty("waiting").GetInt32());

        // The later one is told, unless its wish was granted by the very call that the earlier one asked for.
        Assert.InRange((await Task.WhenAll(desks.Select(static d => d.Screen.Page.Locator(".toast").CountAsync()))).Sum(), 0, 1);
    }

    [Fact]
    public async Task CallNext_ClickedTwice_CallsOneAndGoesNoFurther()
    {
        var desk = await SitAsync("w1", open: true);
        await _day.CheckInAsync("h001");
        await _day.CheckInAsync("h002");
        await desk.OffersAsync("叫下一户");

        // The second click comes when the button has changed already: the worst moment for it.
        var box = (await desk.Next.BoundingBoxAsync())!;
        var mouse = desk.Screen.Page.Mouse;
        await mouse.MoveAsync(box.X + 30, box.Y + 20);
        await mouse.DownAsync(new() { ClickCount = 1 });
        await mouse.UpAsync(new() { ClickCount = 1 });
        await desk.OffersAsync("已到窗口");
        await mouse.DownAsync(new() { ClickCount = 2 });
        await mouse.UpAsync(new() { ClickCount = 2 });
        await desk.DoAsync("已到窗口");
        await desk.OffersAsync("开始办理");

        var ticket = _day.Board("window:w1").GetProperty("ticket");
        Assert.Equal("V001", ticket.GetProperty("number").GetString());
        Assert.Equal("arrived", ticket.GetProperty("phase").GetString());
        Assert.Equal(1, _day.Board("queue:verification").GetProperty("waiting").GetInt32());
        Assert.Equal(0, await desk.Screen.Page.Locator(".toast").CountAsync());
    }

    [Fact]
    public async Task Reservation_RunsOutBetweenTheTwoPresses_ConfirmsNothingAndSaysWhy()
    {
        await _day.BringToSelectionAsync();
        var desk = await SitAsync("w5", open: false);
        var unit = await ReserveAsync(desk);
        await desk.ArmAsync($"确认选房 {unit}");

        _day.Pass(TimeSpan.FromMinutes(6));
        await desk.Screen.SaysAsync(".toast", $"{unit} 的预留时间已到");
        await Expect(desk.Next.Locator(".say")).ToContainTextAsync("预留所选房源");
        await desk.Screen.PressAsync("Enter");

        await _day.UntilAsync("window:w5", static board => !board.TryGetProperty("reservation", out _));
        Assert.Equal(0, _day.Board("units").GetProperty("all").GetProperty("confirmed").GetInt32());
    }

    [Fact]
    public async Task Confirm_OnItsWayWhileTheFlatGoesToAnother_IsRefusedAndExplained()
    {
        await _day.BringToSelectionAsync();
        await _day.BringAnotherToSelectionAsync();
        var desk = await SitAsync("w5", open: false);
        var unit = await ReserveAsync(desk);
        await desk.ArmAsync($"确认选房 {unit}");
        var (held, release) = await HoldAsync(desk, "confirm");
        await desk.Screen.PressAsync("Enter");
        await held.Expected("the confirmation to be on its way");

        _day.Pass(TimeSpan.FromMinutes(6));
        await _day.UntilAsync("window:w5", static board => !board.TryGetProperty("reservation", out _));
        await _day.DoAsync("clerk-w6", "inventory/main/reserve", new { household = "h002", unit, window = "w6" });
        release();

        await desk.Screen.ShowsAsync(".toast.stop");
        await desk.Screen.ShowsAsync($".u.reserved[data-unit='{unit}']");
        Assert.Equal(0, _day.Board("units").GetProperty("all").GetProperty("confirmed").GetInt32());
        Assert.Equal(unit, _day.Board("window:w6").GetProperty("reservation").GetProperty("unit").GetProperty("id").GetString());
    }

    private static async Task<string> ReserveAsync(Desk desk)
    {
        await desk.Screen.ShowsAsync(".flats .u.may");
        await desk.Screen.PressAsync("ArrowRight");
        var unit = (await desk.Screen.Page.Locator(".flats .u.picked").GetAttributeAsync("data-unit"))!;
        await desk.DoAsync("预留所选房源");
        await desk.Screen.SaysAsync(".kept.on", unit);
        return unit;
    }

    // Both have pressed, and neither request has gone out, when both are let go.
    private static async Task PressTogetherAsync(IReadOnlyList<Desk> desks, string label, string command)
    {
        var holds = await Task.WhenAll(desks.Select(d => HoldAsync(d, command)));
        await Task.WhenAll(desks.Select(d => d.DoAsync(label)));
        await Task.WhenAll(holds.Select(static h => h.Held)).Expected("both requests to be on their way");
        foreach (var (_, release) in holds)
        {
            release();
        }
    }

    private static async Task<(Task Held, Action Release)> HoldAsync(Desk desk, string command)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await desk.Screen.Page.RouteAsync($"**/{command}", async route =>
        {
            held.TrySetResult();
            await released.Task;
            await route.ContinueAsync();
        });
        return (held.Task, () => released.SetResult());
    }

    private static async Task<Desk> FirstToSayAsync(IReadOnlyList<Desk> desks, string text)
    {
        for (var n = 0; ; n++)
        {
            if ((await desks[n % desks.Count].Screen.TextAsync(".me .at")).Contains(text, StringComparison.Ordinal))
            {
                return desks[n % desks.Count];
            }
        }
    }

    private async Task<Desk> SitAsync(string window, bool open)
    {
        var desk = await Desk.SitAsync(browser, _day.Server, window);
        _desks.Add(desk);
        if (open)
        {
            await desk.DoAsync("开窗");
        }

        return desk;
    }
}

using CommandCenter.TestKit;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Incidents;
using CommandCenter.Server.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests.Phone;

/// <summary>The group leader's phone in a real browser at its real size: taps, a line that is cut, a restart, a refusal.</summary>
[Collection(Chromium.Collection)]
public sealed class PhoneTests(Chromium browser) : IAsyncLifetime
{
    private Day _day = null!;

    public async Task InitializeAsync() => _day = await Day.OpenAsync(await TestServer.StartAsync());

    public async Task DisposeAsync() => await _day.DisposeAsync();

    [Fact]
    public async Task Incident_InThreeTaps_IsRaisedAndOnTheList()
    {
        await using var phone = await HoldAsync("order-leader");
        await phone.TapAsync(".raise");

        await phone.RaiseAsync("crowd", "south-gate", 2);

        await phone.Screen.SaysAsync(".kept", "拥挤争执 · 南门");
        await phone.TapAsync("#raise-done");
        await phone.Screen.SaysAsync(".it[data-incident] b", "拥挤争执 · 南门");
        Assert.Single(await RaisedAsync());
        phone.Screen.BehavedWell();
    }

    [Fact]
    public async Task Order_AnsweredByTaps_IsAcceptedAndDone()
    {
        await using var phone = await HoldAsync("order-leader");
        await OrderAsync("a1");

        await phone.TapAsync("[data-order] .p:has-text('接受')");
        await phone.TapAsync("[data-order] .p:has-text('已办妥')");

        await _day.UntilAsync("group:order", static board => Stage(board, "a1") == "done");
    }

    [Fact]
    public async Task Order_RefusedByTaps_GoesBackWithTheReasonThatWasTapped()
    {
        await using var phone = await HoldAsync("order-leader");
        await OrderAsync("a1");

        await phone.TapAsync("[data-order] [data-ask='ask-refuse']");
        var reason = await phone.Screen.TextAsync("dialog#ask-refuse [data-preset]");
        await phone.TapAsync("dialog#ask-refuse [data-preset]");

        await _day.UntilAsync("group:order", static board => Stage(board, "a1") == "refused");
        Assert.Equal(reason, Assert.Single((await OfAsync("order-leader")).OfType<AssignmentRefused>()).Reason);
    }

    [Fact]
    public async Task RollCall_InOneTap_IsReported()
    {
        await using var phone = await HoldAsync("order-leader");
        await phone.TapAsync("[data-command='groups/order/sign-in']");
        await phone.Screen.SaysAsync(".it", "点名");
        await phone.GoAsync("roll");

        await phone.TapAsync(".part.roll .zones .b:has-text('停车场')");

        await phone.Screen.SaysAsync(".part.roll .it small", "停车场");
    }

    [Fact]
    public async Task Page_OpenedWithoutANetwork_ShowsTheLastStateAndItsClock()
    {
        await using var phone = await HoldAsync("order-leader");
        await OrderAsync("a1");
        await phone.Screen.SaysAsync("[data-order]", "到等候区引导");
        await phone.CutAsync();

        await phone.RestartAsync();

        await phone.Screen.SaysAsync("h1", "秩序组长");
        await phone.Screen.SaysAsync("[data-order]", "到等候区引导");
        await Expect(phone.Net).ToContainTextAsync("离线");
        await Expect(phone.Screen.Page.Locator("[data-order] .n")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d+:\d\d"));
    }

    [Fact]
    public async Task Actions_WithoutANetworkAndAfterARestart_AreSentInOrderOnce()
    {
        await using var phone = await HoldAsync("order-leader");
        await OrderAsync("a1");
        await phone.Screen.SaysAsync("[data-order]", "接受");
        await phone.CutAsync();
        await phone.TapAsync("[data-order] .p:has-text('接受')");
        await Expect(phone.Net).ToContainTextAsync("待发 1");
        await phone.GoAsync("raise");
        await phone.RaiseAsync("crowd", "hall", 3);
        await phone.Screen.Page.FillAsync("#raise-words", "已拉开警戒");
        await phone.TapAsync("#raise-done");
        await Expect(phone.Net).ToContainTextAsync("待发 3");

        await phone.RestartAsync();
        await Expect(phone.Net).ToContainTextAsync("待发 3");
        Assert.Empty(await RaisedAsync());
        await phone.RestoreAsync();

        await phone.OnlineAsync();
        Assert.Equal(
            [typeof(AssignmentAccepted), typeof(IncidentRaised), typeof(IncidentNoted)],
            (await OfAsync("order-leader")).Select(static e => e.GetType()));
    }

    [Fact]
    public async Task Action_WhoseAnswerIsLost_HappensOnce()
    {
        await using var phone = await HoldAsync("order-leader");
        var tries = 0;
        var again = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await phone.Screen.Page.RouteAsync("**/incidents/*/raise", async route =>
        {
            // The server has done it, and the phone never hears of it.
            if (tries++ == 0)
            {
                await route.FetchAsync();
                await route.AbortAsync();
                return;
            }

            again.TrySetResult();
            await route.ContinueAsync();
        });
        await phone.TapAsync(".raise");

        await phone.RaiseAsync("crowd", "hall", 3);

        await again.Task.Expected("the second try");
        await Expect(phone.Net).ToHaveTextAsync("● 在线");
        await phone.Screen.UntilAsync("document.querySelector('#outbox-list .calm')");
        Assert.True(tries >= 2, $"{tries} tries");
        Assert.Single(await RaisedAsync());
    }

    [Fact]
    public async Task Action_ThatIsRefused_StaysWithItsReasonUntilItIsDiscarded()
    {
        await using var phone = await HoldAsync("order-leader");
        await OrderAsync("a1");
        await phone.Screen.SaysAsync("[data-order]", "接受");
        await phone.CutAsync();
        await phone.TapAsync("[data-order] .p:has-text('接受')");
        await _day.DoAsync("order-deputy", "groups/order/refuse", new { assignment = "a1", reason = "人手不足" });
        await phone.RestoreAsync();

        await Expect(phone.Net).ToContainTextAsync("未通过 1");
        await phone.GoAsync("outbox");
        await phone.Screen.SaysAsync("#outbox-list .refused small", "任务已被拒绝");
        await phone.TapAsync("#outbox-list [data-retry]");
        await phone.Screen.SaysAsync("#outbox-list .refused small", "任务已被拒绝");
        await phone.TapAsync("#outbox-list [data-discard]");

        await phone.OnlineAsync();
        await phone.Screen.SaysAsync("#outbox-list", "全部已送达");
    }

    [Fact]
    public async Task Phone_SetToTheWrongTime_ShowsTheDaysClocksAndKeepsItsOrder()
    {
        await using var phone = await LeadersPhone.HoldAsync(
            browser, _day.Server, "order-leader", "{ const real = Date.now; Date.now = () => real.call(Date) - 400 * 86400e3; }");
        await phone.TapAsync("[data-command='groups/order/sign-in']");

        await Expect(phone.Screen.Page.Locator(".part.home [data-alert], .part.home a.it").First.Locator(".n")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(30:00|29:)"));
        await phone.CutAsync();
        await phone.GoAsync("raise");
        await phone.RaiseAsync("crowd", "hall", 3);
        await phone.Screen.Page.FillAsync("#raise-words", "第二句");
        await phone.TapAsync("#raise-done");
        await phone.RestoreAsync();
        await phone.OnlineAsync();

        Assert.Equal(
            [typeof(MemberSignedIn), typeof(IncidentRaised), typeof(IncidentNoted)],
            (await OfAsync("order-leader")).Select(static e => e.GetType()));
    }

    private Task<LeadersPhone> HoldAsync(string post) => LeadersPhone.HoldAsync(browser, _day.Server, post);

    private async Task OrderAsync(string id) =>
        await _day.DoAsync("commander", "groups/order/assign", new { text = "到等候区引导", due = _day.Server.Sample.Clocks.Now.AddMinutes(30), assignment = id });

    private async Task<List<IncidentRaised>> RaisedAsync() => [.. (await OfAsync("order-leader")).OfType<IncidentRaised>()];

    private async Task<List<Domain.IEvent>> OfAsync(string post)
    {
        var events = new List<Domain.IEvent>();
        await foreach (var entry in _day.Server.Sample.ReadAsync(0, CancellationToken.None))
        {
            if (entry.Actor.Value == post)
            {
                events.Add(entry.Event);
            }
        }

        return events;
    }

    private static string? Stage(System.Text.Json.JsonElement board, string order) => board.GetProperty("orders").EnumerateArray()
        .FirstOrDefault(o => o.GetProperty("assignment").GetString() == order) is { ValueKind: System.Text.Json.JsonValueKind.Object } found
            ? found.GetProperty("stage").GetString() : null;
}

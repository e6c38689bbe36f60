using System.Net;
using CommandCenter.Server.Screens.Phone;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>How a place of the site is: said from the wall and from the phone of those who keep it, shown to everyone.</summary>
public sealed class ZoneStateTests
{
    [Fact]
    public async Task State_SaidByTheGroupThatKeepsTheZone_IsOnTheWallsPlanAndSheet()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());

        await day.DoAsync("order-leader", "zones/south-gate/set-state", new { state = "paused", reason = "人多限流" });
        await day.UntilAsync("zones", static board => State(board, "south-gate") == "paused");

        var wall = WebUtility.HtmlDecode((await (await day.As("commander")).GetAsync("/wall")).Expect(200).Text);
        Assert.Contains("‖ 暂停", wall, StringComparison.Ordinal);
        var sheet = WebUtility.HtmlDecode((await (await day.As("commander")).GetAsync("/wall/list/zone:south-gate")).Expect(200).Text);
        Assert.Contains("人多限流</small>", sheet, StringComparison.Ordinal);
        Assert.Contains("data-command=\"zones/south-gate/set-state\" data-body=\"{\"state\":\"open\"}\"", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_OfAZoneThatOthersKeep_IsNotTheirsToSay()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var crowded = new { state = "crowded" };

        (await (await day.As("medical-leader")).GiveAsync("zones/south-gate/set-state", crowded)).Expect(403, "not-your-post");
        (await (await day.As("clerk-w1")).GiveAsync("zones/south-gate/set-state", crowded)).Expect(403, "not-your-post");
        (await (await day.As("order-leader")).GiveAsync("zones/south-gate/set-state", new { state = "closed" })).Expect(422, "required");
        Assert.DoesNotContain("set-state", (await (await day.As("medical-leader")).GetAsync("/wall/list/zone:south-gate")).Text, StringComparison.Ordinal);
        await day.DoAsync("commander", "zones/south-gate/set-state", crowded);
    }

    [Fact]
    public async Task Phone_OfTheLeader_ShowsItsZonesWithOneTapForEachState()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("order-leader", "zones/south-gate/set-state", new { state = "crowded" });
        await day.UntilAsync("group:order", static board => board.GetProperty("zones").EnumerateArray().Any(static z => z.GetProperty("state").GetString() == "crowded"));

        var phone = WebUtility.HtmlDecode((await (await day.As("order-leader")).GetAsync(PhoneEndpoints.Page)).Expect(200).Text);
        var member = WebUtility.HtmlDecode((await (await day.As("order-gate")).GetAsync(PhoneEndpoints.Page)).Expect(200).Text);

        Assert.Contains("南门 ◆拥挤", phone, StringComparison.Ordinal);
        Assert.Contains("data-command=\"zones/south-gate/set-state\" data-body=\"{\"state\":\"paused\"}\" data-ask=\"ask-zone\"", phone, StringComparison.Ordinal);
        Assert.Contains("南门 ◆拥挤", member, StringComparison.Ordinal);
        Assert.DoesNotContain("zones/south-gate/set-state", member, StringComparison.Ordinal);
    }

    private static string? State(System.Text.Json.JsonElement board, string zone) => board.GetProperty("zones").EnumerateArray()
        .Select(static z => z.GetProperty("zone")).First(z => z.GetProperty("zone").GetString() == zone).GetProperty("state").GetString();
}

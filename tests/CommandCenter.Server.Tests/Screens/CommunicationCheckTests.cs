using System.Net;
using System.Text.Json;
using CommandCenter.Domain.Communication;
using CommandCenter.Server.Screens.Phone;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>The communication check: started from the readiness sheet, on every screen of every post, recorded post by post.</summary>
public sealed class CommunicationCheckTests
{
    [Fact]
    public async Task Check_IsOnPhonesAndDesksUntilItIsAnswered()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        Assert.DoesNotContain("data-check=", await PageAsync(day, "order-leader", PhoneEndpoints.Page), StringComparison.Ordinal);

        await day.DoAsync("commander", "communication/self/check", new { seconds = 60 });
        await day.UntilAsync("contact:clerk-w1", static board => board.TryGetProperty("check", out _));

        foreach (var (post, page) in new[] { ("order-leader", PhoneEndpoints.Page), ("clerk-w1", "/window/w1"), ("reception-1", "/check-in"), ("supervisor", "/supervision"), ("commander", "/wall") })
        {
            var shown = await PageAsync(day, post, page);
            Assert.Contains("data-check=\"1\"", shown, StringComparison.Ordinal);
            Assert.Contains("data-command=\"communication/self/answer\" data-body=\"{\"check\":1}\"", shown, StringComparison.Ordinal);
        }

        await day.DoAsync("clerk-w1", "communication/self/seen", new { check = 1 });
        await day.DoAsync("clerk-w1", "communication/self/answer", new { check = 1 });
        await day.UntilAsync("contact:clerk-w1", static board => !board.TryGetProperty("check", out _));
        Assert.DoesNotContain("communication/self/answer", await PageAsync(day, "clerk-w1", "/window/w1"), StringComparison.Ordinal);
        Assert.DoesNotContain("communication/self/answer", await PageAsync(day, "screen-hall", "/hall"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_TellsPostByPost_AndOffersTheCheckToThoseWhoMayStartIt()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        Assert.Contains("communication/self/check", await PageAsync(day, "medical-leader", "/wall/list/communication"), StringComparison.Ordinal);
        Assert.DoesNotContain("communication/self/check", await PageAsync(day, "order-leader", "/wall/list/communication"), StringComparison.Ordinal);
        (await (await day.As("order-leader")).GiveAsync("communication/self/check", new { seconds = 60 })).Expect(403, "not-your-post");
        (await (await day.As("clerk-w1")).GetAsync("/wall/list/communication")).Expect(403);

        await day.DoAsync("medical-leader", "communication/self/check", new { seconds = 30 });
        (await (await day.As("commander")).GiveAsync("communication/self/check", new { seconds = 30 })).Expect(409, "communication-check-running");
        await day.DoAsync("order-leader", "communication/self/answer", new { check = 1 });
        (await (await day.As("order-leader")).GiveAsync("communication/self/answer", new { check = 7 })).Expect(422, "not-found");
        await day.UntilAsync("communication", static board => board.GetProperty("posts").EnumerateArray().Any(static p => p.GetProperty("standing").GetString() == "answered"));

        var sheet = await PageAsync(day, "commander", "/wall/list/communication");
        Assert.Contains("<div class=\"green\"><b>秩序组长</b><span>✓ 已答复", sheet, StringComparison.Ordinal);
        Assert.Contains("按时答复 1 / ", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_WithoutTheCheckAnswered_NeedsTheRecordedReason()
    {
        await using var server = await TestServer.StartAsync();
        using var commander = await server.JoinAsync("commander");

        var refused = (await commander.GiveAsync("operation/self/open")).Expect(409, "readiness-open");
        Assert.Contains("communication", refused.Text, StringComparison.Ordinal);
        (await commander.GiveAsync("operation/self/ready-check", new { item = "communication" })).Expect(409, "not-your-post");

        var opened = (await commander.GiveAsync("operation/self/open", new { @override = "对讲机已逐一试通" })).Expect(200);
        Assert.Contains("对讲机已逐一试通", opened.Text, StringComparison.Ordinal);
        Assert.Contains("communication", opened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AnsweredByEveryPost_ConfirmsTheItem_AndANewOneOpensItAgain()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("commander", "communication/self/check", new { seconds = 600 });
        foreach (var post in CommunicationDecider.PostsOf(day.Server.Sample.Frame.Plan))
        {
            await day.DoAsync(post.Value, "communication/self/answer", new { check = 1 });
        }

        await day.UntilAsync("state", static board => IsConfirmed(board));
        await day.DoAsync("commander", "communication/self/check", new { seconds = 600 });
        await day.UntilAsync("state", static board => !IsConfirmed(board));
    }

    private static bool IsConfirmed(JsonElement state) => state.GetProperty("readiness").EnumerateArray()
        .Single(static r => r.GetProperty("item").GetString() == "communication").TryGetProperty("confirmedAt", out _);

    private static async Task<string> PageAsync(Day day, string post, string page) => WebUtility.HtmlDecode((await (await day.As(post)).GetAsync(page)).Expect(200).Text);
}

using System.Net;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>Stopping the day from the wall and letting it go on, as the public and the two persons see it.</summary>
public sealed class SuspensionTests
{
    private const string Sentence = "停电处置中请留在原地";
    private const string Sheet = "/wall/list/day";

    [Fact]
    public async Task Suspend_WithASentence_IsShownAtOnceOnEveryScreen()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("reception-1", "households/h001/check-in", new { present = new[] { 1 } });
        await day.DoAsync("supervisor", "operation/self/suspend", new { sentence = Sentence });
        var ticket = day.Server.Sample.Boards.Topics.First(static t => t.StartsWith("ticket:", StringComparison.Ordinal));

        foreach (var (post, page) in new[]
        {
            ("commander", "/wall"), ("commander", "/hall"), ("clerk-w1", "/window/w1"), ("clerk-w1", "/window/w1/guest"), ("reception-1", "/check-in"),
            ("commander", $"/t/{ticket["ticket:".Length..]}"),
        })
        {
            Assert.Contains(Sentence, await ReadAsync(day, post, page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Resume_ByWhoeverSuspended_IsRefusedAndTheSheetSaysWhoMay()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("supervisor", "operation/self/suspend", new { sentence = Sentence });

        (await (await day.As("supervisor")).GiveAsync("operation/self/resume")).Expect(409, "second-person-needed");
        var own = await ReadAsync(day, "supervisor", Sheet);
        var others = await ReadAsync(day, "commander", Sheet);
        Assert.Contains("是您按的暂停", own, StringComparison.Ordinal);
        Assert.Contains("须由第二人恢复：总指挥", own, StringComparison.Ordinal);
        Assert.DoesNotContain("disabled", others, StringComparison.Ordinal);

        await day.DoAsync("commander", "operation/self/resume");
        Assert.Contains("operation/self/suspend", await ReadAsync(day, "commander", Sheet), StringComparison.Ordinal);
        Assert.DoesNotContain(Sentence, await ReadAsync(day, "clerk-w1", "/window/w1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_ForAPostThatMayNot_OffersNothingAndSaysWhy()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var sheet = await ReadAsync(day, "clerk-w1", Sheet);

        Assert.Contains("只有指挥或督查岗位", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("data-confirm=\"yes\">", sheet, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(Day day, string post, string path) =>
        WebUtility.HtmlDecode((await (await day.As(post)).GetAsync(path)).Expect(200).Text);
}

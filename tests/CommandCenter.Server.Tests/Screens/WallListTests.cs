using System.Net;
using System.Text.RegularExpressions;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>The lists behind the numbers of the wall.</summary>
public sealed partial class WallListTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Lists = "/wall/list/";

    [Fact]
    public async Task EveryNumber_OfTheWall_OpensAListInBothLanguages()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.BringToSelectionAsync();
        await day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", severity = 1, text = "推挤" });
        var wall = await (await day.As("commander")).GetAsync("/wall");
        var addresses = Address().Matches(WebUtility.HtmlDecode(wall.Text)).Select(static m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(addresses.Count > 25, $"Only {addresses.Count} numbers open a list.");
        foreach (var address in addresses)
        {
            foreach (var language in new[] { "zh", "en" })
            {
                var list = (await (await day.As("commander")).GetAsync($"{address}&culture={language}")).Expect(200);
                Assert.Contains("list-head", list.Text, StringComparison.Ordinal);
                Assert.True(language == "zh" || !Ideograph().IsMatch(Headings(list.Text)), $"{address}: {Headings(list.Text)}");
            }
        }
    }

    [Fact]
    public async Task Waiting_ShowsNumberAndMaskedName_NeverTheFullOne()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("reception-1", "households/h001/check-in", new { present = new[] { 1 } });
        await day.UntilAsync("queue:verification", static board => board.GetProperty("waiting").GetInt32() == 1);
        var ticket = day.Board("queue:verification").GetProperty("tickets")[0];

        foreach (var list in new[] { "waiting", "queue:verification", "checked-in" })
        {
            var shown = WebUtility.HtmlDecode((await (await day.As("commander")).GetAsync($"{Lists}{list}")).Expect(200).Text);
            Assert.Contains(ticket.GetProperty("number").GetString()!, shown, StringComparison.Ordinal);
            Assert.Contains(ticket.GetProperty("maskedName").GetString()!, shown, StringComparison.Ordinal);
            PersonalSecrets.OfSample().AreNotIn(shown, list);
        }
    }

    [Theory]
    [InlineData("done", "还没有住户。")]
    [InlineData("passed", "现在没有。")]
    [InlineData("orders", "没有超时的任务。")]
    [InlineData("incidents", "暂无未结事件")]
    [InlineData("cases", "没有待答复的事项。")]
    public async Task List_OfNothing_SaysSo(string list, string sentence)
    {
        using var commander = await shared.Server.JoinAsync("commander");

        Assert.Contains(sentence, WebUtility.HtmlDecode((await commander.GetAsync(Lists + list)).Expect(200).Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such")]
    [InlineData("queue:no-such")]
    [InlineData("zone:no-such")]
    [InlineData("incident:no-such")]
    [InlineData("checked-in:h001")]
    [InlineData("..%2f..%2fkeys")]
    public async Task List_ThatThereIsNot_IsSaidSo(string list)
    {
        using var commander = await shared.Server.JoinAsync("commander");

        Assert.Contains("没有这份清单", WebUtility.HtmlDecode((await commander.GetAsync(Lists + list)).Expect(404).Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("waiting", 200)]
    [InlineData("zone:hall", 200)]
    [InlineData("cases", 403)]
    [InlineData("group:order", 403)]
    public async Task List_ForAScreen_IsShownAsItsTopicIs(string list, int status)
    {
        using var screen = await shared.Server.JoinAsync("screen-hall");

        (await screen.GetAsync(Lists + list)).Expect(status);
    }

    [Fact]
    public async Task List_WithoutAPost_IsNotShown()
    {
        using var anybody = shared.Server.Anybody();

        Assert.Equal(401, (await anybody.GetAsync($"{Lists}waiting?operation=sample")).Status);
    }

    private static string Headings(string html) =>
        WebUtility.HtmlDecode(string.Join(' ', Heading().Matches(html).Select(static m => m.Groups[1].Value)));

    [GeneratedRegex("data-list=\"([^\"]+)\"")]
    private static partial Regex Address();

    [GeneratedRegex("<(?:th|h2)[^>]*>([^<]*)")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Ideograph();
}

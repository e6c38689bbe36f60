using System.Net;
using System.Text.RegularExpressions;

namespace CommandCenter.Server.Tests.Ledger;

/// <summary>Meetings and sheets through HTTP: what a meeting sets going, and every number with the entries behind it.</summary>
public sealed partial class ReportTests
{
    private static readonly object Huddle = new
    {
        type = "dailyHuddle", minutes = "现场平稳，南门人多。",
        decisions = new[] { new { text = "南门增设隔离带", group = "order", due = "2031-01-01T12:00:00+08:00" } }, suggestions = new[] { "等候区增加座椅" },
    };

    [Fact]
    public async Task Meeting_Held_GivesOrdersAndMatters_AndShowsWhatBecomesOfThem()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("commander", "meetings/m1/hold", Huddle);
        await day.UntilAsync("meetings", static b => b.GetProperty("meetings")[0].GetProperty("decisions")[0].TryGetProperty("stage", out _)
            && b.GetProperty("meetings")[0].GetProperty("suggestions")[0].TryGetProperty("due", out _));
        await day.DoAsync("order-leader", "groups/order/done", new { assignment = "m1-1", answer = "已增设" });

        var page = Read(await (await day.As("order-leader")).GetAsync("/meetings"));

        Assert.All(["日碰头", "现场平稳，南门人多。", "南门增设隔离带", "已完成", "已增设", "/cases?case=m1-s1"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sheet_EveryNumber_LeadsToExactlySoManyEntries()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("reception-1", "households/h001/check-in", new { present = new[] { 1 } });
        await day.DoAsync("reception-1", "households/h002/check-in", new { present = new[] { 1 } });
        await day.DoAsync("commander", "meetings/m1/hold", Huddle);
        await day.UntilAsync("meetings", static b => b.GetProperty("meetings")[0].GetProperty("decisions")[0].TryGetProperty("stage", out _)
            && b.GetProperty("meetings")[0].GetProperty("suggestions")[0].TryGetProperty("due", out _));
        var commander = await day.As("commander");
        foreach (var sheet in new[] { "/report", "/report?date=all" })
        {
            var numbers = Number().Matches(Read(await commander.GetAsync(sheet)));
            Assert.True(numbers.Count > 25, $"Only {numbers.Count} numbers on {sheet}.");
            foreach (Match number in numbers)
            {
                var entries = Read(await commander.GetAsync(number.Groups["path"].Value));
                Assert.Equal(int.Parse(number.Groups["count"].Value), Row().Count(entries));
            }
        }

        Assert.Contains(Number().Matches(Read(await commander.GetAsync("/report"))), static n => n.Groups["path"].Value.EndsWith("checkedIn", StringComparison.Ordinal) && n.Groups["count"].Value == "2");
    }

    [Fact]
    public async Task Sheet_SaysOperationPlanAndSequence()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("reception-1", "households/h001/check-in", new { present = new[] { 1 } });
        var hash = day.Board("plan").GetProperty("planHash").GetString()!;

        var sheet = Read(await (await day.As("supervisor")).GetAsync("/report"));

        Assert.All([day.Server.Sample.Frame.Plan.Name.Zh, hash[..16], "流水号", "主持人"], text => Assert.Contains(text, sheet, StringComparison.Ordinal));
        Assert.DoesNotContain("演练 DRILL", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/report/entries?date=1999-01-01&figure=checkedIn")]
    [InlineData("/report/entries?date=all&promise=nothing&column=made")]
    [InlineData("/report/entries?date=all&promise=case&column=nothing")]
    [InlineData("/report/entries?sequence=-1")]
    [InlineData("/report/entries?sequence=999999")]
    [InlineData("/report?date=yesterday")]
    public async Task Question_WithoutSense_IsAnsweredWithoutEntries(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var commander = await server.JoinAsync("commander");

        Assert.Equal(0, Row().Count(Read(await commander.GetAsync(path))));
    }

    private static string Read(Answer page) => WebUtility.HtmlDecode(page.Expect(200).Text);

    [GeneratedRegex("""href="(?<path>/report/entries\?[^"]*date=[^"]*)">(?:<b class="n">)?(?<count>\d+)<""")]
    private static partial Regex Number();

    [GeneratedRegex("""<tr id="\d+">""")]
    private static partial Regex Row();
}

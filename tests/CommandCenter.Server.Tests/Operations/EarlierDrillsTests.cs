using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommandCenter.Boards;
using CommandCenter.Boards.Drills;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Server.Operations;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Operations;

/// <summary>What a day or a drill takes from the drills before it: what is still to be improved, what it is compared with and held against.</summary>
public sealed partial class EarlierDrillsTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Improvement_OpenFromDrillsThatAreOver_StandsBesideTheReadinessOfTheDayThatCounts_NewestFirst()
    {
        using var commander = await _server.JoinAsync("commander");
        using var clerk = await _server.JoinAsync("clerk-w1");
        using var first = await DirectAsync(commander);
        using var second = await DirectAsync(commander);
        using var third = await DirectAsync(commander);
        (await first.GiveAsync("/api/operations/drill-1/drill/self/improve", new { text = "对讲机按组分频道", owner = "order", due = "2026-12-04T23:59:00+08:00" })).Expect(200);
        (await second.GiveAsync("/api/operations/drill-2/drill/self/improve", new { text = "轮椅通道要留出", owner = "service", due = "2026-12-04T23:59:00+08:00" })).Expect(200);
        (await third.GiveAsync("/api/operations/drill-3/drill/self/improve", new { text = "还在演练", owner = "service", due = "2026-12-04T23:59:00+08:00" })).Expect(200);
        (await first.GiveAsync("/api/operations/drill-1/drill/self/end")).Expect(200);
        (await second.GiveAsync("/api/operations/drill-2/drill/self/end")).Expect(200);

        foreach (var place in new[] { "/wall/list/readiness?operation=sample", "/plan?operation=sample" })
        {
            var shown = await ShownAsync(commander, place);
            Assert.InRange(shown.IndexOf("轮椅通道要留出", StringComparison.Ordinal), 0, shown.IndexOf("对讲机按组分频道", StringComparison.Ordinal));
            Assert.DoesNotContain("还在演练", shown, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("对讲机按组分频道", await ShownAsync(clerk, "/wall/list/readiness?operation=sample"), StringComparison.Ordinal);
        (await first.GiveAsync("/api/operations/drill-1/drill/self/improved", new { no = 1, answer = "已分频道" })).Expect(200);
        Assert.DoesNotContain("对讲机按组分频道", await ShownAsync(commander, "/plan?operation=sample"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_BesideOtherDrills_IsComparedWithThoseThatEndedBeforeIt()
    {
        using var commander = await _server.JoinAsync("commander");
        using var before = await DirectAsync(commander);
        using var running = await DirectAsync(commander);
        using var another = await DirectAsync(commander, "power-cut");
        using var compared = await DirectAsync(commander);
        using var later = await DirectAsync(commander);
        foreach (var (director, drill) in new[] { (before, 1), (another, 3), (compared, 4), (later, 5) })
        {
            (await director.GiveAsync($"/api/operations/drill-{drill}/drill/self/end")).Expect(200);
        }

        var report = await ShownAsync(compared, "/drill/report?operation=drill-4");
        var first = await ShownAsync(before, "/drill/report?operation=drill-1");

        Assert.Equal(["drill-1"], BesideIt().Matches(report).Select(static m => m.Groups[1].Value));
        Assert.Contains("此前没有已结束的同一情景演练", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yardstick_MeasuredInADrillThatIsOver_IsShownOnTheBoardOfTheDay()
    {
        using var director = await _server.JoinAsync("drill-director");
        using var commander = await _server.JoinAsync("commander");
        var seconds = await MeasureAsync(commander);

        (await commander.GiveAsync("/api/operations/sample/drill/self/yardstick", new { type = "crowd", seconds, drill = "drill-1" })).Expect(403);
        (await director.GiveAsync("/api/operations/sample/drill/self/yardstick", new { type = "crowd", seconds, drill = "drill-1" })).Expect(200);

        var yardstick = Assert.Single((await director.GetAsync("/api/operations/sample/boards/drill")).Expect(200).Json.GetProperty("data").GetProperty("yardsticks").EnumerateArray());
        Assert.Equal(("crowd", seconds, "drill-1"), (yardstick.GetProperty("type").GetString(), yardstick.GetProperty("seconds").GetInt32(), yardstick.GetProperty("drill").GetString()));
    }

    [Fact]
    public async Task Yardstick_ThatNoDrillMeasured_IsRefused()
    {
        using var director = await _server.JoinAsync("drill-director");
        using var commander = await _server.JoinAsync("commander");
        var seconds = await MeasureAsync(commander);
        using var running = await DirectAsync(commander);

        foreach (var body in new object[]
        {
            new { type = "crowd", seconds = seconds + 1, drill = "drill-1" }, new { step = "signing", seconds, drill = "drill-1" },
            new { type = "crowd", seconds, drill = "drill-9" }, new { type = "crowd", seconds, drill = "drill-2" }, new { type = "crowd", seconds, drill = "sample" },
        })
        {
            var answer = (await director.GiveAsync("/api/operations/sample/drill/self/yardstick", body)).Expect(422, "not-measured");
            Assert.Equal(("seconds", "这次演练没有测得这个数值。"), (answer.Field, answer.Title));
        }

        (await director.GiveAsync("/api/operations/sample/drill/self/yardstick", new { seconds, drill = "drill-1" })).Expect(422, "required");
        Assert.Empty((await director.GetAsync("/api/operations/sample/boards/drill")).Expect(200).Json.GetProperty("data").GetProperty("yardsticks").EnumerateArray());
    }

    // The next drill, standing, and its director.
    private async Task<Client> DirectAsync(Client commander, string scenario = "standard-day")
    {
        var founded = (await FoundAsync(commander, new { scenario, speed = 1 })).Expect(200).Json;
        var director = _server.Anybody();
        await director.JoinAsync(Code(founded, "drill-director"));
        (await director.GiveAsync($"/api/operations/{founded.GetProperty("operation").GetString()}/drill/self/pause")).Expect(200);
        return director;
    }

    // Somebody is at a crowd after a minute of a drill that ends then.
    private async Task<int> MeasureAsync(Client commander)
    {
        var founded = (await FoundAsync(commander, new { scenario = "standard-day", speed = 1 })).Expect(200).Json;
        var drill = _server.Operations.Find("drill-1")!.Running!;
        using var director = _server.Anybody();
        await director.JoinAsync(Code(founded, "drill-director"));
        using var order = _server.Anybody();
        await order.JoinAsync(Code(founded, "order-leader"));
        (await director.GiveAsync("/api/operations/drill-1/drill/self/pause")).Expect(200);
        (await order.GiveAsync("/api/operations/drill-1/incidents/i1/raise", new { type = "crowd", zone = "south-gate", severity = 3, text = "推挤" })).Expect(200);
        (await director.GiveAsync("/api/operations/drill-1/drill/self/advance", new { minutes = 1 })).Expect(200);
        await UntilPausedAsync(drill).Expected("the minute to be over");
        (await order.GiveAsync("/api/operations/drill-1/incidents/i1/on-scene")).Expect(200);
        (await director.GiveAsync("/api/operations/drill-1/drill/self/end")).Expect(200);
        return ((DrillBoard)drill.Boards.Read(TopicNames.Drill)!.Data).Measured.Single(static m => m.Type == new PlaybookId("crowd")).Seconds;
    }

    private static async Task UntilPausedAsync(RunningOperation drill)
    {
        while (drill.Boards.Sequence is var seen && ((DrillBoard)drill.Boards.Read(TopicNames.Drill)!.Data).Status != DrillStatus.Paused)
        {
            await drill.ShownAsync(seen + 1);
        }
    }

    private static async Task<string> ShownAsync(Client client, string path) => WebUtility.HtmlDecode((await client.GetAsync(path)).Expect(200).Text);

    [GeneratedRegex(@"<th>(drill-\d+)<small>")]
    private static partial Regex BesideIt();

    private static Task<Answer> FoundAsync(Client client, object body) => client.PostAsync("/api/operations/sample/drills", body);

    private static string Code(JsonElement founded, string post) =>
        founded.GetProperty("codes").EnumerateArray().Single(c => c.GetProperty("post").GetString() == post).GetProperty("code").GetString()!;
}

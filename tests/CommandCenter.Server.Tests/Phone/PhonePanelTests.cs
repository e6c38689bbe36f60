using System.Net;
using CommandCenter.Boards.Incidents;
using CommandCenter.Load.Hub;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Phone;

/// <summary>What a phone shows of the day, over the hub.</summary>
public sealed class PhonePanelTests
{
    [Fact]
    public async Task Home_OfAGroupLeader_ShowsWhatExpiresFirstOnTop()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var due = day.Server.Sample.Clocks.Now;
        await day.DoAsync("order-leader", "groups/order/sign-in", new { member = "order-01" });
        await day.DoAsync("commander", "groups/order/assign", new { text = "晚一些的指令", due = due.AddHours(2), assignment = "late" });
        await day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", severity = 1, text = "推挤" });
        await day.DoAsync("commander", "groups/order/assign", new { text = "早一些的指令", due = due.AddMinutes(10), assignment = "early" });
        await day.UntilAsync("group:order", static board => board.GetProperty("orders").GetArrayLength() >= 3);

        var home = await HomeAsync(day, "order-leader");

        string[] inOrder = ["拥挤争执 · 南门", "早一些的指令", "点一下报告所在区域", "晚一些的指令"];
        Assert.Equal(inOrder, inOrder.OrderBy(text => home.IndexOf(text, StringComparison.Ordinal)));
        Assert.All(inOrder, text => Assert.Contains(text, home, StringComparison.Ordinal));
        Assert.DoesNotContain("事件已", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_OrdersOfAnIncident_AreShownAsTheIncidentAlone()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });
        await day.UntilAsync("group:order", static board => board.GetProperty("orders").GetArrayLength() == 1);

        Assert.DoesNotContain("data-order", await HomeAsync(day, "order-leader"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_OfAnotherPost_IsRefused()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await using var phone = await HubClient.ConnectAsync(day.Server.Address, new HubInbox(), (await day.As("order-gate")).Cookies);

        var refusal = await Assert.ThrowsAsync<HubException>(() => phone.InvokeAsync("watch", ["sample", new[] { "phone:order-leader" }]));

        Assert.Contains("topic-not-allowed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_WhileSuspended_SaysTheSentence()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("commander", "operation/self/suspend", new { sentence = "设备检修，请稍候" });

        Assert.Contains("设备检修，请稍候", await HomeAsync(day, "medical-leader"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_OfAnIncident_ShowsPlaybookTimesAndLogAtEveryStage()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", text = "两拨人推挤" });
        foreach (var (command, body, next) in Way)
        {
            Assert.Contains($"incidents/i1/{command}", await PanelAsync(day, "order-leader", "phone-incident:i1"), StringComparison.Ordinal);
            await day.DoAsync("order-leader", $"incidents/i1/{command}", body);
            await day.UntilAsync("incident:i1", board => Enum.Parse<IncidentStage>(board.GetProperty("stage").GetString()!, ignoreCase: true) == next);
        }

        var file = await PanelAsync(day, "order-leader", "phone-incident:i1");

        Assert.Contains("两拨人推挤", file, StringComparison.Ordinal);
        Assert.Contains("已劝离", file, StringComparison.Ordinal);
        Assert.DoesNotContain("incidents/i1/reassign", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_ByTheReporter_IsTakenWhoeverOwnsTheIncident()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });

        await day.DoAsync("clerk-w1", "incidents/i1/note", new { text = "已拉开" });
        (await (await day.As("clerk-w2")).GiveAsync("incidents/i1/note", new { text = "x" })).Expect(403, "not-your-post");
    }

    private static (string Command, object? Body, IncidentStage Next)[] Way =>
    [
        ("acknowledge", null, IncidentStage.Acknowledged), ("respond", null, IncidentStage.Responding), ("on-scene", null, IncidentStage.OnScene),
        ("check", new { item = "reach" }, IncidentStage.OnScene), ("resolve", new { outcome = "已劝离" }, IncidentStage.Resolved),
    ];

    private static Task<string> HomeAsync(Day day, string post) => PanelAsync(day, post, $"phone:{post}");

    private static async Task<string> PanelAsync(Day day, string post, string topic)
    {
        var inbox = new HubInbox();
        await using var phone = await HubClient.ConnectAsync(day.Server.Address, inbox, (await day.As(post)).Cookies);
        await phone.InvokeAsync("since", ["sample", topic, 0]);
        return WebUtility.HtmlDecode((await inbox.NextAsync().Expected("the panel")).PlainText);
    }
}

using CommandCenter.Load.Hub;
using CommandCenter.Server.Push;
using CommandCenter.Server.Screens;
using CommandCenter.Server.Tests.Screens;
using CommandCenter.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommandCenter.Server.Tests.Push;

/// <summary>What a screen gets that was away, and what costs no second render.</summary>
public sealed class CatchUpTests
{
    [Fact]
    public async Task Since_AfterACallWasMissed_SaysItToTheHall()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await day.DoAsync("reception-1", "households/h001/check-in", new { present = new[] { 1 } });
        await day.UntilAsync("queue:verification", static board => board.GetProperty("waiting").GetInt32() == 1);
        var before = day.Server.Sample.Boards.Sequence;
        await day.DoAsync("clerk-w1", "windows/w1/open");
        await day.ServeAsync("w1");

        var inbox = new HubInbox();
        await using var hall = await HubClient.ConnectAsync(day.Server.Address, inbox);
        await hall.InvokeAsync("watch", ["sample", new[] { "hall" }]);
        await hall.InvokeAsync("since", ["sample", "hall", before]);

        Assert.Contains("到1 号窗口", await NextAnnouncementAsync(inbox), StringComparison.Ordinal);
    }

    [Fact]
    public void Recent_AfterThreeMinutes_IsNoLongerOfUse()
    {
        var recent = new RecentAnnouncements();
        var at = Painter.Now;
        recent.Add(new("a"), new(7, at, new Domain.Operations.OperationResumed()));
        recent.Add(new("a"), new(9, at.AddMinutes(2), new Domain.Operations.OperationResumed()));

        Assert.Equal([7, 9], recent.Since(new("a"), 5, at.AddMinutes(3)).Select(static r => r.Sequence));
        Assert.Equal([9], recent.Since(new("a"), 5, at.AddMinutes(3.5)).Select(static r => r.Sequence));
        Assert.Equal([9], recent.Since(new("a"), 7, at).Select(static r => r.Sequence));
        Assert.Empty(recent.Since(new("b"), 0, at));
    }

    [Fact]
    public async Task Now_AskedForAgain_IsRenderedOnlyAfterOneOfItsSourcesChanged()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        await using var services = new ServiceCollection().BuildServiceProvider();
        var panels = new PanelCache(new(services, NullLoggerFactory.Instance));

        var first = await panels.GetAsync(day.Server.Sample, NowBoard.Topic, Languages.All[0]);
        var second = await panels.GetAsync(day.Server.Sample, NowBoard.Topic, Languages.All[0]);
        Assert.Same(first, second);

        var raised = await day.DoAsync("clerk-w1", "incidents/i1/raise", new { type = "crowd", zone = "south-gate", severity = 1, text = "推挤" });
        var third = await panels.GetAsync(day.Server.Sample, NowBoard.Topic, Languages.All[0]);
        Assert.NotSame(first, third);
        Assert.True(third!.Sequence >= raised.Json.GetProperty("sequence").GetInt64());
        Assert.Contains("incident:i1", third.Html, StringComparison.Ordinal);
    }

    private static async Task<string> NextAnnouncementAsync(HubInbox inbox)
    {
        while (true)
        {
            if (await inbox.NextAsync().Expected("an announcement") is { Target: "announce" } call)
            {
                return call.PlainText;
            }
        }
    }
}

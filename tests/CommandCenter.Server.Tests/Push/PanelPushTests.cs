using System.Diagnostics;
using CommandCenter.Load.Hub;
using CommandCenter.Server.Screens;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Push;

/// <summary>What a change costs, however many watch, and what travels.</summary>
public sealed class PanelPushTests
{
    private const string Building = "units:1";

    [Fact]
    public async Task Change_ManyWatch_AllGetTheOnePanelThatWasRenderedAndPackedOnce()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var inboxes = Enumerable.Range(0, 8).Select(static _ => new HubInbox()).ToArray();
        var watchers = await Task.WhenAll(inboxes.Select(i => WatchAsync(day, i, Building)));

        await day.DoAsync("commander", "inventory/main/withdraw", new { unit = "1-101", reason = "核对面积" });
        var wires = await Task.WhenAll(inboxes.Select(NextPanelAsync));

        var kept = (await day.Server.Running.Panels.GetAsync(day.Server.Sample, Building, Languages.All[0]))!;
        Assert.All(wires, wire => Assert.Equal(kept.Wire, wire));
        Assert.StartsWith("H4sI", kept.Wire, StringComparison.Ordinal);
        Assert.Equal(kept.Html, PanelWire.Unpack(kept.Wire));
        Assert.Same(kept, await day.Server.Running.Panels.GetAsync(day.Server.Sample, Building, Languages.All[0]));
        await Task.WhenAll(watchers.Select(static w => w.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Panel_OfTwoKilobytesAtMost_TravelsAsItIs()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());

        var panel = (await day.Server.Running.Panels.GetAsync(day.Server.Sample, "now", Languages.All[0]))!;

        Assert.InRange(panel.Html.Length, 1, 2048);
        Assert.Equal(panel.Html, panel.Wire);
    }

    [Fact]
    public async Task Burst_OfChanges_IsSentTenTimesASecondAtMostAndEndsWithTheNewest()
    {
        await using var day = await Day.OpenAsync(await TestServer.StartAsync());
        var inbox = new HubInbox();
        await using var watcher = await WatchAsync(day, inbox, Building);
        var start = Stopwatch.GetTimestamp();
        for (var n = 0; n < 20; n++)
        {
            await day.DoAsync("commander", "inventory/main/withdraw", new { unit = "1-101", reason = "核对面积" });
            await day.DoAsync("commander", "inventory/main/return", new { unit = "1-101" });
        }

        await day.DoAsync("commander", "inventory/main/withdraw", new { unit = "1-102", reason = "核对面积" });
        var panels = 1;
        while (!IsWithdrawn(PanelWire.Unpack(await NextPanelAsync(inbox)), "1-102"))
        {
            panels++;
        }

        Assert.InRange(panels, 1, (int)(Stopwatch.GetElapsedTime(start).TotalMilliseconds / 100) + 1);
    }

    private static bool IsWithdrawn(string html, string unit) => html.Contains($"class=\"u n withdrawn\" data-unit=\"{unit}\"", StringComparison.Ordinal);

    private static async Task<HubClient> WatchAsync(Day day, HubInbox inbox, string topic)
    {
        var watcher = await HubClient.ConnectAsync(day.Server.Address, inbox);
        await watcher.InvokeAsync("watch", ["sample", new[] { topic }]);
        return watcher;
    }

    private static async Task<string> NextPanelAsync(HubInbox inbox)
    {
        while (true)
        {
            if (await inbox.NextAsync().Expected("a panel") is { Target: "panel" } call)
            {
                return call.Arguments[2].GetString()!;
            }
        }
    }
}

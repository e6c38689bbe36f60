using CommandCenter.Domain;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Tests;
using CommandCenter.TestKit;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests;

/// <summary>A day again on the real wall: the slider, the marks, and playing at a speed.</summary>
[Collection(Chromium.Collection)]
public sealed class ReplayTests(Chromium browser) : IAsyncLifetime
{
    private const int Speed = 300;
    private readonly TemporaryFolder _folder = new();
    private CommandServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await CommandServer.StartAsync(
            new() { Data = _folder["data"], Urls = "http://127.0.0.1:0", Journal = JournalKind.Memory, Limits = TestServer.Wide });
        using var director = await JoinAsync("drill-director");
        (await director.GiveAsync("/api/operations/demo/drill/self/pause")).Expect(200);
        (await director.GiveAsync("/api/operations/demo/drill/self/deliver", new { inject = "crowding-report" })).Expect(200);
        using var clerk = await JoinAsync("clerk-w1");
        (await clerk.GiveAsync("/api/operations/demo/incidents/again/raise", new { type = "crowd", zone = "south-gate", severity = 3, text = "推挤" })).Expect(200);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Day_LookedBackOn_FollowsTheSliderStandsAtItsMarksAndPlaysAtSpeed()
    {
        await using var wall = await Screen.NewAsync(browser, new(_server.Addresses.Single()), ScreenSize.Wall);
        await wall.JoinAsync(_server.Codes.Issue(new("demo"), [new PostId("commander")])[0]);
        await wall.OpenAsync("/replay?operation=demo");
        await Expect(wall.Page.Locator(".marks .incident")).ToHaveCountAsync(await CountAsync<IncidentRaised>());
        await Expect(wall.Page.Locator(".marks .inject")).ToHaveCountAsync(await CountAsync<InjectDelivered>());

        // Twenty-five minutes after the first entry; the wall's own clock stands at the same second.
        await wall.Page.Locator("#moment").FillAsync("1500");
        await StandsAtTheMomentAsync(wall);
        var early = await SequenceAsync(wall);
        await wall.Page.Locator("#after").ClickAsync();
        await StandsAtTheMomentAsync(wall);
        var mark = await wall.Page.Locator(".marks [data-at]").EvaluateAllAsync<string[]>("marks => marks.map(m => m.dataset.at.slice(11, 19))");
        Assert.Contains(await wall.TextAsync("#at"), mark);
        Assert.True(await SequenceAsync(wall) > early);

        await wall.Page.Locator("#moment").FillAsync("600");
        await wall.Page.Locator("#speed").SelectOptionAsync($"{Speed}");
        await wall.Page.Locator("#play").ClickAsync();
        await wall.UntilAsync($"Number(document.getElementById('moment').value) >= {600 + (2 * Speed)}");
        await wall.Page.Locator("#play").ClickAsync();
        await StandsAtTheMomentAsync(wall);
        Assert.Equal(0, (int.Parse(await wall.Page.Locator("#moment").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture) - 600) % Speed);
        await wall.SaysAsync(".fan", "此刻之前没有留存的预测");
        await wall.SaysAsync(".reel .mark", "回放");
        wall.BehavedWell();
    }

    private static Task StandsAtTheMomentAsync(Screen wall) => wall.UntilAsync(
        "document.getElementById('at').textContent.trim() === document.querySelector('[data-clock]').textContent.trim()");

    private static Task<int> SequenceAsync(Screen wall) => wall.Page.EvaluateAsync<int>("() => Number(document.body.dataset.sequence)");

    private async Task<int> CountAsync<TEvent>()
        where TEvent : IEvent
    {
        var count = 0;
        await foreach (var entry in _server.Operations.Find("demo")!.Running!.ReadAsync(0, CancellationToken.None))
        {
            count += entry.Event is TEvent ? 1 : 0;
        }

        return count;
    }

    private async Task<Client> JoinAsync(string post)
    {
        var device = new Client(new(_server.Addresses.Single()));
        await device.JoinAsync(_server.Codes.Issue(new("demo"), [new PostId(post)])[0]);
        return device;
    }
}

using CommandCenter.Nodes.Tests;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests;

/// <summary>A screen at a node that cannot reach Redis: its own line is whole, and yet it says that what it shows is old.</summary>
[Collection(Chromium.Collection)]
public sealed class CutOffScreenTests(Chromium browser) : IAsyncLifetime
{
    private Cluster _cluster = null!;
    private Gap _gap = null!;

    public async Task InitializeAsync()
    {
        _cluster = await Cluster.StartAsync(1);
        _gap = new(_cluster.Redis.Port);
        _cluster.Nodes.Add(await _gap.StartNodeAsync());
    }

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _gap.DisposeAsync();
    }

    [Fact]
    public async Task Screen_ItsNodeCutOffFromRedis_SaysSoAndShowsWhatItMissedWithoutReload()
    {
        await using var wall = await Screen.NewAsync(browser, _cluster.Nodes[1].Address, ScreenSize.Wall);
        await wall.JoinAsync(await _cluster.CodeAsync("screen-wall"));
        await wall.OpenAsync("/wall");
        await wall.SettledAsync();
        await Expect(wall.Body).ToHaveAttributeAsync("data-line", "live");
        await wall.WatchingAsync();
        await wall.Page.EvaluateAsync("window.sinceBefore = true");

        _gap.Cut();
        await Expect(wall.Body).ToHaveAttributeAsync("data-line", "cut");
        Assert.Equal(200, (await _cluster.Commander.GiveAsync(_cluster.Nodes[0], Acts.Raise("i-meanwhile"))).Status);
        await Expect(wall.Body).ToHaveAttributeAsync("data-line", "cut");
        _gap.Mend();

        await wall.SaysAsync("main", "突发不适");
        await Expect(wall.Body).ToHaveAttributeAsync("data-line", "live");
        Assert.True(await wall.Page.EvaluateAsync<bool>("window.sinceBefore === true"), "The page was loaded again.");
    }
}

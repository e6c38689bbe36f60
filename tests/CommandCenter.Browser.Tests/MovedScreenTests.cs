using CommandCenter.Nodes.Tests;
using CommandCenter.TestKit;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests;

/// <summary>A screen behind the real proxy loses the node that serves it, and goes on at the other.</summary>
[Collection(Chromium.Collection)]
public sealed class MovedScreenTests(Chromium browser) : IAsyncLifetime
{
    private Cluster _cluster = null!;
    private Proxy _proxy = null!;

    public async Task InitializeAsync()
    {
        _cluster = await Cluster.StartAsync(2, static () => ["--behind-proxy"]);
        _proxy = await Proxy.StartAsync(_cluster.Nodes);
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Screen_ItsNodeKilled_SaysSoWithinThreeSecondsAndGoesOnAtTheOtherWithoutReload()
    {
        await using var wall = await Screen.NewAsync(browser, _proxy.Address, ScreenSize.Wall);
        await wall.Page.Clock.InstallAsync();
        await wall.JoinAsync(await _cluster.CodeAsync("screen-wall"));
        await wall.OpenAsync("/wall");
        await wall.SettledAsync();
        await Expect(wall.Body).ToHaveAttributeAsync("data-line", "live");
        await wall.WatchingAsync();
        wall.BehavedWell();
        await wall.Page.EvaluateAsync("window.sinceBefore = true");
        var serving = await ServingAsync().Expected("one of the nodes to serve the screen");
        var other = _cluster.Nodes.Single(n => n != serving);

        // The page's own time stands still but for these three seconds, in which no other node can take it over.
        await wall.StandStillAsync();
        other.Stop();
        await serving.KillAsync();
        await wall.Page.Clock.RunForAsync(3000);
        Assert.Equal("cut", await wall.Body.GetAttributeAsync("data-line"));

        other.Continue();
        var (raised, _) = await _cluster.Commander.InsistAsync(() => other, Acts.Raise("i-moved"));
        Assert.True(raised.Status == 200, raised.Text);
        await wall.Page.Clock.ResumeAsync();
        await wall.SaysAsync("main", "突发不适");
        await Expect(wall.Body).ToHaveAttributeAsync("data-line", "live");
        Assert.True(await wall.Page.EvaluateAsync<bool>("window.sinceBefore === true"), "The page was loaded again.");
        Assert.Equal(200, await wall.Page.EvaluateAsync<int>("() => fetch('/api/me').then(answer => answer.status)"));
    }

    // A screen has one connection, by way of the proxy.
    private async Task<Node> ServingAsync()
    {
        while (true)
        {
            foreach (var node in _cluster.Nodes)
            {
                if (await node.MeasureAsync("commandcenter_connections") == 1) return node;
            }
        }
    }
}

using CommandCenter.Browser.Tests.Days;

namespace CommandCenter.Browser.Tests;

/// <summary>What a first visit costs over the wire, as the browser counts it: page, scripts and styles, with their heads, from an empty cache.</summary>
[Collection(Chromium.Collection)]
public sealed class WeightTests(Chromium browser, DrillHall hall) : IClassFixture<DrillHall>
{
    [Theory]
    [InlineData("hall", 60)]
    [InlineData("ticket", 60)]
    [InlineData("phone", 60)]
    [InlineData("wall", 260)]
    public async Task FirstVisit_FromAnEmptyCache_StaysWithinItsWeight(string name, int mostKilobytes)
    {
        var sight = Sight.All[name];
        await using var screen = await Screen.NewAsync(browser, hall.Address, sight.Size);
        if (sight.Post is { } post)
        {
            await screen.JoinAsync(hall.Code(post));
        }

        var network = await screen.Page.Context.NewCDPSessionAsync(screen.Page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        double bytes = 0;
        network.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        await screen.OpenAsync(sight.Path(hall));
        await screen.SettledAsync();

        Assert.InRange(bytes, 5_000, mostKilobytes * 1024);
    }
}

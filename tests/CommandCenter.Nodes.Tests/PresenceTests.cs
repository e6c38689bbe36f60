using System.Text.RegularExpressions;

namespace CommandCenter.Nodes.Tests;

/// <summary>Who can be reached, where some are on the line at one node and some at another.</summary>
public sealed partial class PresenceTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await Cluster.StartAsync(2);

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Wall_AtOneNodeWithPostsOnTheLineAtTheOther_ListsOnlyWhoIsNowhere()
    {
        var (missing, there) = (_cluster.People[0], _cluster.People.Skip(1).Append(_cluster.Commander));
        var screens = await Task.WhenAll(there.Select(d => Screen.WatchAsync(_cluster.Nodes[1], d)));
        await using var wall = await Screen.WatchAsync(_cluster.Nodes[0], _cluster.Commander, topic: "posts");

        var list = await wall.PanelAsync(static p => p.Contains("<li>", StringComparison.Ordinal), "the wall to list who cannot be reached");

        Assert.Single(Row().Matches(list));
        await using var back = await Screen.WatchAsync(_cluster.Nodes[1], missing);
        await wall.PanelAsync(static p => !p.Contains("<li>", StringComparison.Ordinal), "nobody to be missing any more");
        foreach (var screen in screens) await screen.DisposeAsync();
    }

    [GeneratedRegex("<li>")]
    private static partial Regex Row();
}

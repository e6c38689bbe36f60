using System.Globalization;
using System.Text.RegularExpressions;
using CommandCenter.Browser.Tests.Days;
using CommandCenter.Server.Tests;
using CommandCenter.Server.Tests.CommandLine;
using CommandCenter.TestKit;

namespace CommandCenter.Browser.Tests;

/// <summary>Somebody who has just started the program with nothing: what it prints leads to a living wall, and to a window of one's own.</summary>
[Collection(Chromium.Collection)]
public sealed partial class NewcomerTests(Chromium browser) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ServerProcess _server = null!;

    public async Task InitializeAsync() => _server = await Executable.ServeAsync("--data", _folder["data"]);

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Wall_OfTheSampleDrill_LivesByItself()
    {
        await using var wall = await JoinAsync("commander");
        await wall.Page.WaitForURLAsync("**/wall");

        var before = await DoneAsync(wall);
        await wall.UntilAsync($"Number(document.querySelector('.kpi.good .v').textContent) > {before}");

        wall.BehavedWell();
    }

    [Fact]
    public async Task Window_TakenOverWithTheMouse_ServesAHouseholdAmongTheSimulated()
    {
        await using var window = await JoinAsync("clerk-w1");
        await window.Page.WaitForURLAsync("**/window/w1");
        var served = await ServedAsync(window);

        await new Desk(window).ServeOneAsync();

        Assert.Equal(served + 1, await ServedAsync(window));
        window.BehavedWellButForLatePresses();
    }

    private static async Task<int> ServedAsync(Screen window) =>
        int.Parse(Served().Match(await window.TextAsync(".top small")).Groups["n"].Value, CultureInfo.InvariantCulture);

    private static async Task<int> DoneAsync(Screen wall) => int.Parse(await wall.TextAsync(".kpi.good .v"), CultureInfo.InvariantCulture);

    // As a newcomer does: the printed address, the printed code, the button.
    private async Task<Screen> JoinAsync(string post)
    {
        var code = Code().Matches(_server.Said).Single(m => m.Groups["post"].Value == post).Groups["code"].Value;
        var screen = await Screen.NewAsync(browser, _server.Address, post == "commander" ? ScreenSize.Wall : ScreenSize.Desk);
        await screen.OpenAsync("/login");
        await screen.Page.Locator("#code").FillAsync(code);
        await screen.Page.Locator("button.primary").ClickAsync();
        return screen;
    }

    [GeneratedRegex(@"^  (?<code>\S+)  (?<post>[a-z0-9-]+) ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"今日已办 (?<n>\d+) 户", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Served();
}

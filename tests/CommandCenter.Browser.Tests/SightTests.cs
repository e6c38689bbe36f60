using CommandCenter.Browser.Tests.Days;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CommandCenter.Browser.Tests;

/// <summary>
/// Every screen at its real size in both languages, with a day in motion behind it. Where the environment variable PICTURES
/// names a folder, each is left there as a picture.
/// </summary>
[Collection(Chromium.Collection)]
public sealed class SightTests(Chromium browser, DrillHall hall) : IClassFixture<DrillHall>
{
    // What disturbs nobody's use is axe's minor and moderate.
    private static readonly string[] Counts = ["serious", "critical"];

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PICTURES");

    public static TheoryData<string, string> EveryScreen { get; } = Every(["zh", "en"]);

    [Theory]
    [MemberData(nameof(EveryScreen))]
    public async Task Screen_InEachLanguage_IsAccessibleAndKeepsToItsHost(string name, string culture)
    {
        await using var screen = await Sight.All[name].OpenAsync(browser, hall, culture);
        await screen.SettledAsync();
        await SaveAsync(screen, $"{name}-{culture}");

        var found = await screen.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var serious = found.Violations.Where(static v => Counts.Contains(v.Impact)).SelectMany(static v => v.Nodes.Select(n => $"{v.Id}: {n.Html} {Say(n)}"));
        Assert.True(!serious.Any(), string.Join('\n', serious));
        Assert.True(await screen.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "It scrolls sideways.");
        screen.BehavedWell();
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Wall_EveryText_ContrastsSevenToOne(string culture)
    {
        await using var screen = await Sight.All["wall"].OpenAsync(browser, hall, culture);
        await screen.SettledAsync();

        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(Looks.TooFaint, 7));
    }

    [Theory]
    [InlineData("zh", false)]
    [InlineData("en", false)]
    [InlineData("zh", true)]
    [InlineData("en", true)]
    public async Task Wall_AtBothSizes_ShowsEverythingWithinItsTileAndNothingOverAnother(string culture, bool large)
    {
        await using var screen = await Sight.All["wall"].OpenAsync(browser, hall, culture, large ? ScreenSize.LargeWall : ScreenSize.Wall);
        await screen.SettledAsync();
        if (large)
        {
            await SaveAsync(screen, $"wall-4k-{culture}");
        }

        var places = string.Join('\n', await screen.Page.EvaluateAsync<string[]>(Looks.OutOfPlace, ".card, .kpi, header"));
        Assert.True(places.Length == 0, places);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Slip_Printed_FillsPaperOfEightyMillimetresAndNothingElseIsOnIt(string culture)
    {
        await using var screen = await Sight.All["check-in-ticket"].OpenAsync(browser, hall, culture);
        await screen.SettledAsync();
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var slip = screen.Page.Locator(".slip");
        var box = (await slip.BoundingBoxAsync())!;
        Assert.InRange(box.Width, 270, 80 / 25.4 * 96);
        Assert.Equal(0, await screen.Page.Locator("body *:visible:not(:has(.slip)):not(.slip, .slip *)").CountAsync());
        if (Pictures is not null)
        {
            await slip.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"ticket-slip-{culture}.png") });
        }
    }

    private static string Say(AxeResultNode node) => string.Join(' ', node.Any.Concat(node.All).Concat(node.None).Select(static c => c.Message));

    private static async Task SaveAsync(Screen screen, string name)
    {
        if (Pictures is not null)
        {
            await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png") });
        }
    }

    private static TheoryData<string, string> Every(string[] cultures)
    {
        var data = new TheoryData<string, string>();
        foreach (var name in Sight.All.Keys)
        {
            foreach (var culture in cultures)
            {
                data.Add(name, culture);
            }
        }

        return data;
    }
}

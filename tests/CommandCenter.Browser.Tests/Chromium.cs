using Microsoft.Playwright;

namespace CommandCenter.Browser.Tests;

/// <summary>One browser for all tests: Debian's Chromium. Each screen is a browser context of its own, with nothing shared.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The collection of all browser tests: one after another, in one browser.</summary>
    public const string Collection = "browser";

    // Generous, because a loaded machine is no failure; only a screen that never gets there meets it.
    private const float Limit = 30_000;

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Limit);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",

            // A microphone that gives a tone, allowed without asking.
            Args = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A context in which nobody has been anywhere yet.</summary>
    public Task<IBrowserContext> NewContextAsync(ScreenSize size) => _browser.NewContextAsync(new()
    {
        ViewportSize = new() { Width = size.Width, Height = size.Height },
        DeviceScaleFactor = size.Scale,
        ReducedMotion = ReducedMotion.NoPreference,

        // A proxy of a test's own signs for itself.
        IgnoreHTTPSErrors = true,
    });

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>All browser tests run in one collection.</summary>
[CollectionDefinition(Chromium.Collection)]
public sealed class BrowserTests : ICollectionFixture<Chromium>;

/// <summary>The real size of a screen, in CSS pixels.</summary>
public sealed record ScreenSize(int Width, int Height, float Scale = 1)
{
    public static readonly ScreenSize Wall = new(1920, 1080);
    public static readonly ScreenSize LargeWall = new(3840, 2160);
    public static readonly ScreenSize Desk = new(1440, 900);
    public static readonly ScreenSize Phone = new(360, 740, 2);
}

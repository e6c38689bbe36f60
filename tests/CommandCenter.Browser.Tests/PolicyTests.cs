using CommandCenter.Browser.Tests.Days;

namespace CommandCenter.Browser.Tests;

/// <summary>What a page may not do even where somebody had smuggled something into it: the browser itself forbids it.</summary>
[Collection(Chromium.Collection)]
public sealed class PolicyTests(Chromium browser, DrillHall hall) : IClassFixture<DrillHall>
{
    private const string Smuggled = """
        async () => {
          window.ran = [];
          const inline = document.createElement("script");
          inline.textContent = "window.ran.push('an inline script')";
          document.body.append(inline);
          const button = document.createElement("button");
          button.setAttribute("onclick", "window.ran.push('an inline handler')");
          document.body.append(button);
          button.click();
          // Not at once: what a debugger itself evaluates is exempt.
          await new Promise(done => setTimeout(() => { try { (0, eval)("window.ran.push('an evaluation')"); } catch { } done(); }));
          try { await fetch("http://elsewhere.invalid/"); window.ran.push("a request to another host"); } catch { }
          const stopped = new Promise(done => document.addEventListener("securitypolicyviolation", e => { if (e.effectiveDirective === "img-src") done(); }));
          new Image().src = "http://elsewhere.invalid/picture.png";
          await stopped;
          return window.ran;
        }
        """;

    [Theory]
    [InlineData("wall")]
    [InlineData("hall")]
    [InlineData("units")]
    [InlineData("window")]
    [InlineData("check-in")]
    [InlineData("ticket")]
    [InlineData("plan")]
    [InlineData("login")]
    [InlineData("phone")]
    public async Task Page_WithSomethingSmuggledIn_RunsNoneOfItAndAsksNoOtherHost(string name)
    {
        await using var screen = await Sight.All[name].OpenAsync(browser, hall, "zh");
        await screen.SettledAsync();
        screen.BehavedWell();
        Assert.Equal(0, await screen.Page.Locator("script:not([src])").CountAsync());

        // Whatever leaves the browser would be seen here.
        var left = new List<string>();
        await screen.Page.RouteAsync("http://elsewhere.invalid/**", route =>
        {
            left.Add(route.Request.Url);
            return route.AbortAsync();
        });
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(Smuggled));
        Assert.Empty(left);
    }
}

using System.Collections.Concurrent;
using CommandCenter.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommandCenter.Browser.Tests;

/// <summary>
/// A screen in the hall: a browser context with one page, in one language, of one post or none. It notes what no screen may
/// do: errors, violations of the content security policy, requests to another host.
/// </summary>
public sealed class Screen : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _server;
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly TaskCompletionSource _watching = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _culture = "zh";

    private Screen(IBrowserContext context, IPage page, Uri server)
    {
        (_context, Page, _server) = (context, page, server);
        page.Console += (_, message) => Note(message.Type == "error" && !IsPageItself(message), $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.Request += (_, request) => Note(IsElsewhere(request.Url), $"request: {request.Url}");
        page.WebSocket += (_, socket) =>
        {
            Note(IsElsewhere(socket.Url), $"socket: {socket.Url}");
            socket.FrameReceived += (_, frame) => NoteAnswer(frame.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Where its server is.</summary>
    public Uri Server => _server;

    /// <summary>The body, which says whether the line is cut.</summary>
    public ILocator Body => Page.Locator("body");

    /// <summary>A screen that has not opened a page yet.</summary>
    public static async Task<Screen> NewAsync(Chromium browser, Uri server, ScreenSize size)
    {
        var context = await browser.NewContextAsync(size);

        // Printing opens no dialog here; how often it was asked for is kept.
        await context.AddInitScriptAsync("window.printed = 0; window.print = () => { window.printed++; };");
        return new(context, await context.NewPageAsync(), server);
    }

    /// <summary>Joins a post with a one-time code, without the page for it.</summary>
    public async Task<Screen> JoinAsync(string code)
    {
        var answer = await _context.APIRequest.PostAsync(new Uri(_server, "/api/enrol").ToString(), new() { DataObject = new { code, device = "browser" } });
        Assert.True(answer.Ok, $"The device could not join: {answer.Status}.");
        return this;
    }

    /// <summary>Opens a page in a language.</summary>
    public async Task<Screen> OpenAsync(string path, string culture = "zh")
    {
        _culture = culture;
        await Page.GotoAsync(Address(path));
        return this;
    }

    /// <summary>Waits until everything that the page asked for is there and drawn.</summary>
    public async Task SettledAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await UntilAsync("[...document.querySelectorAll('[data-chart]')].every(c => document.getElementById(c.dataset.chartTarget)?.querySelector('svg'))");
        await Page.EvaluateAsync("() => document.fonts.ready.then(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))");
    }

    /// <summary>Waits until the server has answered that the page watches its topics.</summary>
    public Task WatchingAsync() => _watching.Task.Expected("the hub's first answer");

    /// <summary>The text of the first element that a selector finds.</summary>
    public async Task<string> TextAsync(string selector) => (await Page.Locator(selector).First.InnerTextAsync()).Trim();

    /// <summary>Waits until an element says something.</summary>
    public Task SaysAsync(string selector, string text) => Expect(Page.Locator(selector).First).ToContainTextAsync(text);

    /// <summary>Waits until there is such an element to see.</summary>
    public Task ShowsAsync(string selector) => Expect(Page.Locator(selector).First).ToBeVisibleAsync();

    /// <summary>Waits until a condition in the page holds. In one call, because the pages' own policy forbids a second evaluation.</summary>
    public Task UntilAsync(string condition) => Page.EvaluateAsync(
        $"() => new Promise(done => {{ const look = () => ({condition}) ? done() : setTimeout(look, 25); look(); }})").Expected(condition);

    /// <summary>The page's own time, which was taken in hand before it was opened, stands still from now on.</summary>
    public async Task StandStillAsync()
    {
        try
        {
            await PauseAsync();
        }
        catch (PlaywrightException e) when (e.Message.Contains("to the past", StringComparison.Ordinal))
        {
            // On a busy machine that second was over before it was asked for. The time stands by now, so the next is not.
            await PauseAsync();
        }
    }

    /// <summary>A key, as somebody at the keyboard presses it.</summary>
    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Fails where the screen did what no screen may do.</summary>
    public void BehavedWell() => Assert.Empty(_complaints);

    /// <summary>The same, but a press that came a moment too late may have been refused: the browser writes that down as an error.</summary>
    public void BehavedWellButForLatePresses() =>
        Assert.Empty(_complaints.Where(static c => !c.Contains("status of 409", StringComparison.Ordinal)));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task PauseAsync() =>
        await Page.Clock.PauseAtAsync(DateTimeOffset.FromUnixTimeMilliseconds(await Page.EvaluateAsync<long>("Date.now() + 1000")).UtcDateTime);

    private string Address(string path) => new Uri(_server, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}culture={_culture}").ToString();

    private void Note(bool matters, string complaint)
    {
        if (matters)
        {
            _complaints.Enqueue($"{Page.Url} {complaint}");
        }
    }

    // A completion of the hub: the page's first call is to watch.
    private void NoteAnswer(string? frame)
    {
        if (frame?.Contains("\"type\":3", StringComparison.Ordinal) == true)
        {
            _watching.TrySetResult();
        }
    }

    // That there is no such page is its own answer: the browser calls it an error too.
    private bool IsPageItself(IConsoleMessage message) =>
        message.Text.Contains("404", StringComparison.Ordinal) && message.Location.StartsWith(Page.Url, StringComparison.Ordinal);

    private bool IsElsewhere(string url) =>
        new Uri(url) is var asked && asked.Scheme is not ("data" or "blob") && (asked.Host != _server.Host || asked.Port != _server.Port);
}

using Microsoft.Playwright;

namespace CommandCenter.Browser.Tests.Days;

/// <summary>
/// The network between a page and its server, which can go without a word: nothing is said to either end, nothing passes any
/// more. A connection that was open then stays dead; one made after it was mended works.
/// </summary>
internal sealed class Line
{
    private readonly IPage _page;
    private int _cuts;

    private Line(IPage page) => _page = page;

    /// <summary>Lays it before the page is opened.</summary>
    public static async Task<Line> LayAsync(IPage page)
    {
        var line = new Line(page);
        await page.RouteWebSocketAsync("**/live?**", line.Join);
        return line;
    }

    /// <summary>It is gone.</summary>
    public Task CutAsync()
    {
        Interlocked.Increment(ref _cuts);
        return _page.Context.SetOfflineAsync(true);
    }

    /// <summary>It is there again.</summary>
    public Task MendAsync() => _page.Context.SetOfflineAsync(false);

    private void Join(IWebSocketRoute browser)
    {
        var server = browser.ConnectToServer();
        var made = Volatile.Read(ref _cuts);
        browser.OnMessage(frame => Pass(made, frame, server));
        server.OnMessage(frame => Pass(made, frame, browser));
        server.OnClose((_, _) => _ = made == Volatile.Read(ref _cuts) ? browser.CloseAsync() : Task.CompletedTask);
    }

    private void Pass(int made, IWebSocketFrame frame, IWebSocketRoute to)
    {
        if (made != Volatile.Read(ref _cuts))
        {
            return;
        }

        if (frame.Text is { } text)
        {
            to.Send(text);
        }
        else
        {
            to.Send(frame.Binary!);
        }
    }
}

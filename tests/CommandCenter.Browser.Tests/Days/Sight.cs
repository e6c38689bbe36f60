namespace CommandCenter.Browser.Tests.Days;

/// <summary>A screen as it is looked at: its page, who is in front of it, and its real size.</summary>
/// <param name="Size">The real size.</param>
/// <param name="Post">The post of its device; null for a public one.</param>
/// <param name="Path">The page.</param>
internal sealed record Sight(ScreenSize Size, string? Post, Func<DrillHall, string> Path)
{
    /// <summary>Every screen by the name of its picture.</summary>
    public static readonly IReadOnlyDictionary<string, Sight> All = new Dictionary<string, Sight>
    {
        ["wall"] = new(ScreenSize.Wall, "screen-wall", static _ => "/wall"),
        ["replay"] = new(ScreenSize.Wall, "commander", static _ => "/replay"),
        ["hall"] = new(ScreenSize.Wall, null, static _ => "/hall"),
        ["units"] = new(ScreenSize.Wall, null, static _ => "/units"),
        ["window"] = new(ScreenSize.Desk, "clerk-", static hall => $"/window/{hall.ChoosingWindow}"),
        ["window-guest"] = new(ScreenSize.Desk, "clerk-", static hall => $"/window/{hall.ChoosingWindow}/guest"),
        ["window-verification"] = new(ScreenSize.Desk, "clerk-", static hall => $"/window/{hall.VerifyingWindow}"),
        ["check-in"] = new(ScreenSize.Desk, "reception-1", static hall => $"/check-in?household={hall.ExpectedHousehold}"),
        ["check-in-ticket"] = new(ScreenSize.Desk, "reception-1", static hall => $"/check-in?household={hall.WaitingHousehold}"),
        ["plan"] = new(ScreenSize.Desk, "administrator", static _ => "/plan"),
        ["login"] = new(ScreenSize.Desk, null, static _ => "/login"),
        ["ticket"] = new(ScreenSize.Phone, null, static hall => $"/t/{hall.WaitingToken}"),
        ["ticket-none"] = new(ScreenSize.Phone, null, static _ => "/t/nobody"),
        ["units-phone"] = new(ScreenSize.Phone, null, static _ => "/units"),
        ["cases"] = new(ScreenSize.Desk, "supervisor", static _ => "/cases?case=c0001"),
        ["meetings"] = new(ScreenSize.Desk, "commander", static _ => "/meetings"),
        ["supervision"] = new(ScreenSize.Desk, "supervisor", static _ => "/supervision"),
        ["report"] = new(ScreenSize.Desk, "commander", static _ => "/report"),
        ["drill"] = new(ScreenSize.Desk, "drill-director", static _ => "/drill"),
        ["drill-report"] = new(ScreenSize.Desk, "drill-director", static _ => "/drill/report"),
        ["late-lots"] = new(ScreenSize.Desk, "service-leader", static _ => "/late-lots"),
        ["phone"] = new(ScreenSize.Phone, "order-leader", static _ => "/m"),
    };

    /// <summary>Looks at it in a language.</summary>
    public async Task<Screen> OpenAsync(Chromium browser, DrillHall hall, string culture, ScreenSize? size = null)
    {
        var screen = await Screen.NewAsync(browser, hall.Address, size ?? Size);
        var path = Path(hall);
        if (Post is { } post)
        {
            await screen.JoinAsync(hall.Code(post.EndsWith('-') ? post + path.Split('/')[2] : post));
        }

        return await screen.OpenAsync(path, culture);
    }
}

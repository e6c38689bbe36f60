using System.Globalization;
using CommandCenter.Boards;
using CommandCenter.Domain.Identity;
using CommandCenter.Server.Access;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Screens.Lists;
using CommandCenter.Server.Screens.Pages;
using CommandCenter.Server.Screens.Phone;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommandCenter.Server.Screens;

/// <summary>The pages. Language by <c>?culture=</c>, remembered in a cookie; the operation by <c>?operation=</c>, else the device's own, else the first.</summary>
internal static class ScreenEndpoints
{
    private const string CultureCookie = "culture";

    public static void Map(IEndpointRouteBuilder routes)
    {
        ClientFiles.Map(routes);
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.AddEndpointFilter(static (context, next) =>
        {
            // Not awaited here: a culture set inside an awaited call is gone again when the page is rendered.
            Speak(context.HttpContext);
            return next(context);
        });
        pages.MapGet("/login", static (HttpContext http) => new RazorComponentResult<LoginPage>(
            new Dictionary<string, object?> { [nameof(LoginPage.Code)] = http.Request.Query["code"].ToString() }));
        pages.MapGet("/wall", static (HttpContext http, OperationRegistry operations) => Show<WallPage>(http, operations, "site"));
        pages.MapGet("/hall", static (HttpContext http, OperationRegistry operations) => Show<HallPage>(http, operations, null));
        pages.MapGet("/units", static (HttpContext http, OperationRegistry operations) => Show<UnitsPage>(http, operations, null));
        pages.MapGet("/t/{token}", static (string token, OperationRegistry operations) => ShowTicket(token, operations));
        pages.MapGet("/window/{id}", static (string id, HttpContext http, OperationRegistry operations) => ShowWindow(id, false, http, operations));
        pages.MapGet("/window/{id}/guest", static (string id, HttpContext http, OperationRegistry operations) => ShowWindow(id, true, http, operations));
        pages.MapGet("/check-in", static (string? household, HttpContext http, OperationRegistry operations) =>
            Show<CheckInPage>(http, operations, "household:", (nameof(CheckInPage.Household), household)));
        pages.MapGet("/plan", static (HttpContext http, OperationRegistry operations) => Show<PlanPage>(http, operations, TopicNames.Plan));
        pages.MapGet("/cases", static (string? @case, HttpContext http, OperationRegistry operations) =>
            Show<CasesPage>(http, operations, TopicNames.Cases, (nameof(CasesPage.Case), @case)));
        pages.MapGet("/cases/special", static (HttpContext http, OperationRegistry operations) =>
            Show<SpecialCasesPage>(http, operations, TopicNames.Circumstances));
        pages.MapGet("/late-lots", static (HttpContext http, OperationRegistry operations) =>
            Show<LateLotsPage>(http, operations, ForecastTopics.LateLots));
        pages.MapGet("/meetings", static (HttpContext http, OperationRegistry operations) => Show<MeetingsPage>(http, operations, TopicNames.Meetings));
        pages.MapGet("/supervision", static (HttpContext http, OperationRegistry operations) =>
            Show<SupervisionPage>(http, operations, TopicNames.Supervision));
        pages.MapGet("/report", static (string? date, HttpContext http, OperationRegistry operations) =>
            Show<ReportPage>(http, operations, TopicNames.Report, (nameof(ReportPage.Date), date)));
        pages.MapGet("/report/entries", ShowEntries);
        pages.MapGet("/replay", static (HttpContext http, OperationRegistry operations) => Show<ReplayPage>(http, operations, TopicCatalog.ReplayTopic));
        PhoneEndpoints.Map(pages);
        ListEndpoints.Map(pages);
        pages.MapGet("/drill", static (HttpContext http, OperationRegistry operations) => Show<DrillPage>(http, operations, TopicNames.Drill));
        pages.MapGet("/drill/report", static (HttpContext http, OperationRegistry operations) => Show<DrillReportPage>(http, operations, TopicNames.Drill));
        QrCode.Map(pages);
    }

    // needs: a topic that the device's post must be allowed to see; null for public pages.
    private static IResult Show<TPage>(HttpContext http, OperationRegistry operations, string? needs, params (string Name, object? Value)[] parameters)
        where TPage : OperationPage
    {
        var caller = DeviceCookie.CallerOf(http);
        if (Find(http, operations, caller) is not { } running)
        {
            return Results.NotFound();
        }

        var post = caller is not null && caller.Operation == running.Id ? running.Frame.Plan.FindPost(caller.Post) : null;
        if (needs is not null && !new Permissions(running.Frame.Plan, running.Boards).MaySee(post, needs))
        {
            return Results.Redirect($"/login?next={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
        }

        var all = parameters.ToDictionary(static p => p.Name, static p => p.Value);
        all[nameof(OperationPage.Operation)] = running;
        all[nameof(OperationPage.Post)] = post;
        return new RazorComponentResult<TPage>(all);
    }

    private static IResult ShowEntries(HttpContext http, OperationRegistry operations)
    {
        var (name, entries) = Find(http, operations, DeviceCookie.CallerOf(http)) is { } running ? ReportNumbers.Find(running.Boards, http.Request.Query) : ("", []);
        return Show<EntriesPage>(http, operations, TopicNames.Report, (nameof(EntriesPage.Name), name), (nameof(EntriesPage.Sequences), entries));
    }

    private static IResult ShowWindow(string id, bool guest, HttpContext http, OperationRegistry operations)
    {
        var window = new WindowId(id);
        return IdSyntax.IsValid(id) && Find(http, operations, DeviceCookie.CallerOf(http))?.Frame.Plan.FindWindow(window) is not null
            ? Show<WindowPage>(http, operations, TopicNames.Of(window), (nameof(WindowPage.Id), window), (nameof(WindowPage.Guest), guest))
            : Results.NotFound();
    }

    // The token says which operation: whoever scans it has no device and knows none.
    private static IResult ShowTicket(string token, OperationRegistry operations)
    {
        var topic = TopicNames.OfTicket(token);
        return operations.All.Select(static o => o.Running).FirstOrDefault(o => o?.Boards.Read(topic) is not null) is { } running
            ? new RazorComponentResult<TicketPage>(new Dictionary<string, object?>
            {
                [nameof(OperationPage.Operation)] = running,
                [nameof(TicketPage.Token)] = token,
            })
            : new RazorComponentResult<NoTicketPage> { StatusCode = StatusCodes.Status404NotFound };
    }

    private static RunningOperation? Find(HttpContext http, OperationRegistry operations, Caller? caller) =>
        http.Request.Query["operation"].ToString() is { Length: > 0 } asked
            ? operations.Find(asked)?.Running
            : (caller is null ? null : operations.Find(caller.Operation.Value)?.Running)
                ?? operations.All.Select(static o => o.Running).FirstOrDefault(static o => o is not null);

    private static void Speak(HttpContext http)
    {
        var asked = http.Request.Query["culture"].ToString();
        if (asked.Length > 0)
        {
            http.Response.Cookies.Append(CultureCookie, Languages.Of(asked).Name, new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true });
        }

        CultureInfo.CurrentUICulture = Languages.Of(asked.Length > 0 ? asked : http.Request.Cookies[CultureCookie]);
    }
}

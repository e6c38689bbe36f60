using System.Text;
using CommandCenter.Server.Access;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Push;
using CommandCenter.Server.Screens.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommandCenter.Server.Screens.Phone;

/// <summary>The phone's page, and what makes it an application that opens without a network: manifest, icons, service worker.</summary>
internal static class PhoneEndpoints
{
    /// <summary>The address of the page.</summary>
    public const string Page = "/m";

    private const string Worker = "worker.js";

    // What the page needs to open; the page itself is kept by the worker whenever it comes.
    private static readonly string[] Shell =
        [ClientFiles.Url("phone.css"), ClientFiles.Url("phone.js"), ClientFiles.Url("icon.svg"), "/m/manifest.webmanifest"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Page, Show);
        pages.MapGet("/m/worker.js", ShowWorker);
        pages.MapGet("/m/manifest.webmanifest", static (HttpContext http) => Kept(http, Results.Text(Manifest(), "application/manifest+json", Encoding.UTF8)));
    }

    private static IResult Show(HttpContext http, OperationRegistry operations)
    {
        if (DeviceCookie.CallerOf(http) is not { } caller
            || operations.Find(caller.Operation.Value)?.Running is not { } running
            || running.Frame.Plan.FindPost(caller.Post) is not { } post
            || !new Permissions(running.Frame.Plan, running.Boards).MaySee(post, PhoneTopic.Of(post.Id)))
        {
            return Results.Redirect("/login?next=/m");
        }

        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<PhonePage>(new Dictionary<string, object?>
        {
            [nameof(OperationPage.Operation)] = running,
            [nameof(OperationPage.Post)] = post,
        });
    }

    // The list of files is part of the worker, so that a new build is a new worker, and browsers notice.
    private static IResult ShowWorker(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers["Service-Worker-Allowed"] = "/m";
        var list = string.Join(',', Shell.Select(static file => $"\"{file}\""));
        return Results.Text($"self.SHELL=[{list}];\n{ClientFiles.Text(Worker)}", "text/javascript", Encoding.UTF8);
    }

    private static string Manifest() => $$"""
        {"id":"/m","start_url":"/m","scope":"/m","display":"standalone","orientation":"portrait","lang":"{{(Texts.IsEnglish ? "en" : "zh-CN")}}",
        "name":"{{Texts.T("phone.appName")}}","short_name":"{{Texts.T("phone.appShort")}}","theme_color":"#14202b","background_color":"#14202b",
        "icons":[{"src":"{{ClientFiles.Url("icon-192.png")}}","sizes":"192x192","type":"image/png"},
        {"src":"{{ClientFiles.Url("icon-512.png")}}","sizes":"512x512","type":"image/png","purpose":"any maskable"}]}
        """;

    private static IResult Kept(HttpContext http, IResult result)
    {
        http.Response.Headers.CacheControl = "public, max-age=86400";
        return result;
    }
}

using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Access;
using CommandCenter.Server.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommandCenter.Server.Screens.Lists;

/// <summary>The lists behind the numbers, as pieces of a page: <c>/wall/list/{name}</c>. Each may be seen by whoever may see the topic it is read from.</summary>
internal static class ListEndpoints
{
    /// <summary>Where a list is found.</summary>
    public static string Address(OperationId operation, string name) => $"/wall/list/{name}?operation={operation}";

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/wall/list/{name}", static (string name, HttpContext http, OperationRegistry operations) => Show(name, http, operations))
            .RequireRateLimiting(RateLimits.Searches);

    private static IResult Show(string name, HttpContext http, OperationRegistry operations)
    {
        http.Response.Headers.CacheControl = "no-store";
        var caller = DeviceCookie.CallerOf(http);
        var asked = http.Request.Query["operation"].ToString();
        if (operations.Find(asked.Length > 0 ? asked : caller?.Operation.Value ?? "")?.Running is not { } running)
        {
            return Say("list.nowhere", StatusCodes.Status404NotFound);
        }

        var plan = running.Frame.Plan;
        if (WallLists.Find(name, plan) is not { } list)
        {
            return Say("list.nowhere", StatusCodes.Status404NotFound);
        }

        var post = caller is not null && caller.Operation == running.Id ? plan.FindPost(caller.Post) : null;
        if (!new Permissions(plan, running.Boards).MaySee(post, list.Topic))
        {
            return Say("list.notYours", post is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden);
        }

        return IsThere(list, running) ? Show(list, name, running, post) : Say("list.nowhere", StatusCodes.Status404NotFound);
    }

    // A topic with an id is there or not; one without may be all of its kind.
    private static bool IsThere(WallList list, RunningOperation running) =>
        TopicCatalog.Split(list.Topic).Id.Length == 0 || running.Boards.Read(list.Topic) is not null;

    private static RazorComponentResult Show(WallList list, string name, RunningOperation running, Post? post)
    {
        var (kind, id) = TopicCatalog.Split(name);
        return new(list.Component, new Dictionary<string, object?>
        {
            [nameof(ListView.Operation)] = running,
            [nameof(ListView.Post)] = post,
            [nameof(ListView.Kind)] = kind,
            [nameof(ListView.Id)] = id,
        });
    }

    private static RazorComponentResult<NoList> Say(string key, int status) =>
        new(new Dictionary<string, object?> { [nameof(NoList.Text)] = Texts.T(key) }) { StatusCode = status };
}

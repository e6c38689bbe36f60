using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Grains;
using CommandCenter.Server.Access;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Api;

/// <summary>Founding a drill: for those who prepare or direct one.</summary>
internal static class DrillEndpoints
{
    /// <summary>Who may found a drill.</summary>
    public static bool MayFound(Post? post) => post?.Role is PostRole.Commander or PostRole.Administrator or PostRole.DrillDirector;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/operations/{op}/drills", FoundAsync).Accepts<DrillOrder>("application/json").RequireRateLimiting(RateLimits.Enrolment)
            .WithSummary("Founds a drill of its own on this operation's plan, lists of a live day masked; answers with its id and a one-time code per post. "
                + "The same Idempotency-Key again founds nothing more and answers with new codes; those of before that nobody used are void.");

    private static async Task FoundAsync(string op, HttpContext http, OperationRegistry operations, NewDrill drills, OneTimeCodes codes)
    {
        var (running, problem) = OperationEndpoints.Find(operations, op);
        problem ??= Refuse(running!, http);
        (var key, problem) = problem is null ? Key(http) : (null, problem);
        var (body, unreadable) = problem is null ? await CommandBody.ReadAsync(http, typeof(DrillOrder)) : (null, null);
        var file = Scenario(body as DrillOrder, ref unreadable);
        if ((problem ?? unreadable) is { } no)
        {
            await no.WriteAsync(http);
            return;
        }

        var order = (DrillOrder)body!;
        var (drill, plan, faults) = await drills.FoundAsync(running!, file!, order.Seed, order.Speed, key, http.RequestAborted);
        if (drill is not { } id)
        {
            await (Problem.ScenarioFaulty with { Faults = faults }).WriteAsync(http);
            return;
        }

        var posts = plan!.Posts.Select(static p => p.Id).ToList();
        var issued = posts.Zip(codes.Issue(id, posts), static (post, code) => new IssuedCode(post.Value, OneTimeCodes.Shown(code)));
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(new FoundedDrill(id.Value, [.. issued]), ApiJsonContext.Readable.FoundedDrill);
    }

    private static Problem? Refuse(RunningOperation running, HttpContext http) =>
        DeviceCookie.CallerOf(http) is not { } caller ? Problem.NotEnrolled
        : caller.Operation != running.Id ? Problem.OtherOperation
        : MayFound(running.Frame.Plan.FindPost(caller.Post)) ? null
        : Problem.NotYourPost;

    // Of this post: another's key founds a drill of its own. None is asked for: whoever sends none founds one each time.
    private static (CommandId? Key, Problem? Problem) Key(HttpContext http)
    {
        if (!http.Request.Headers.ContainsKey(CommandEndpoint.KeyHeader))
        {
            return (null, null);
        }

        var (key, problem) = CommandEndpoint.FindKey(http);
        return problem is null ? (CommandIds.Client(DeviceCookie.CallerOf(http)!.Post, key), null) : (null, problem);
    }

    // By name only: a path would let a client point at any file.
    private static string? Scenario(DrillOrder? order, ref Problem? problem)
    {
        if (order is null)
        {
            return null;
        }

        var file = DrillMaterial.ScenarioNames.Contains(order.Scenario) ? DrillMaterial.FindScenario(order.Scenario) : null;
        problem ??= file is null ? Problem.Of(Rejections.NotFound.For("scenario", order.Scenario))
            : order.Speed is < 0 or > 60 ? Problem.Of(Rejections.OutOfRange.For("speed", "0–60"))
            : order.Seed is < 0 ? Problem.Of(Rejections.OutOfRange.For("seed", "≥ 0"))
            : null;
        return file;
    }
}

/// <summary>A drill that is to be founded.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Seed">Its seed; the scenario's own where absent.</param>
/// <param name="Speed">Operation seconds per second, 0 for as fast as it goes.</param>
internal sealed record DrillOrder(string Scenario, long? Seed, decimal Speed);

/// <summary>A drill that was founded.</summary>
/// <param name="Operation">Its id.</param>
/// <param name="Codes">A one-time code for each post, shown once.</param>
internal sealed record FoundedDrill(string Operation, IssuedCode[] Codes);

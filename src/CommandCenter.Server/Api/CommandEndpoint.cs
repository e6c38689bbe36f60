using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Grains;
using CommandCenter.Server.Access;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Telemetry;

namespace CommandCenter.Server.Api;

/// <summary>
/// The one way in: every command of <see cref="CommandCatalog"/> is checked here in the same order (operation, command, id,
/// post, key, body, permission) and handed to its grain. Answered when it is durable and the boards show it.
/// </summary>
internal static class CommandEndpoint
{
    public const string Route = "/api/operations/{op}/{collection}/{id}/{command}";
    public const string KeyHeader = "Idempotency-Key";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, PostAsync).ExcludeFromDescription().RequireRateLimiting(RateLimits.Commands);

    private static async Task PostAsync(string op, string collection, string id, string command, HttpContext http, OperationRegistry operations)
    {
        var (running, problem) = OperationEndpoints.Find(operations, op);
        if (problem is null)
        {
            (var envelope, problem) = await ReadAsync(running!, collection, id, command, http);
            if (problem is null)
            {
                await GiveAsync(http, running!, envelope);
                return;
            }
        }

        await problem.WriteAsync(http);
    }

    private static async ValueTask<(CommandEnvelope Envelope, Problem? Problem)> ReadAsync(
        RunningOperation running, string collection, string id, string command, HttpContext http)
    {
        var (entry, fault) = FindEntry(collection, id, command);
        (var post, fault) = fault is null ? FindPost(running, http, entry!) : (null, fault);
        (var key, fault) = fault is null ? FindKey(http) : ("", fault);
        (var body, fault) = fault is null ? await CommandBody.ReadAsync(http, entry!.Body) : (null, fault);
        if (fault is not null)
        {
            return (default, fault);
        }

        var made = entry!.Make(body, post!);
        var envelope = new CommandEnvelope(entry.Address(id), made, CommandIds.Client(post!.Id, key), Actor.Of(post.Id));

        // What a post might do then it may not be able to now: a repetition gets its answer all the same.
        if (running.Host.Grains.Knows(envelope.Id))
        {
            return (envelope, null);
        }

        return !new Permissions(running.Frame.Plan, running.Boards).MayGive(post, entry, id, made) ? (default, Problem.NotYourPost)
            : (entry.Check?.Invoke(running.Boards, made) ?? EarlierDrills.Check(http.RequestServices.GetRequiredService<OperationRegistry>(), running.Id, made)) is { } no ? (default, Problem.Of(no))
            : (WithEffect(http, running, envelope), null);
    }

    // A move is given with what is expected of it. A faulty one goes on without, and is refused by name.
    private static CommandEnvelope WithEffect(HttpContext http, RunningOperation running, CommandEnvelope envelope)
    {
        if (envelope.Command is not OrderMove order || MoveRules.Check(order.Move, running.Frame.Plan) is not null)
        {
            return envelope;
        }

        var effect = http.RequestServices.GetRequiredService<ForecastDesk>().Try(running, order.Move);
        return envelope with { Command = order with { Without = effect.Without, With = effect.With } };
    }

    private static (CatalogEntry? Entry, Problem? Problem) FindEntry(string collection, string id, string command)
    {
        if (CommandCatalog.Find(collection, command) is not { } entry || (entry.FixedId is { } only && id != only))
        {
            return (null, Problem.CommandUnknown);
        }

        return IdSyntax.IsValid(id) ? (entry, null) : (null, Problem.BadId.For("id"));
    }

    internal static (Post? Post, Problem? Problem) FindPost(RunningOperation running, HttpContext http, CatalogEntry entry)
    {
        if (DeviceCookie.CallerOf(http) is not { } caller)
        {
            return (null, Problem.NotEnrolled);
        }

        if (caller.Operation != running.Id)
        {
            return (null, Problem.OtherOperation);
        }

        return running.Frame.Plan.FindPost(caller.Post) is { } post && Permissions.IsOpenTo(entry, post.Role)
            ? (post, null)
            : (null, Problem.NotYourPost);
    }

    internal static (string Key, Problem? Problem) FindKey(HttpContext http)
    {
        var key = http.Request.Headers[KeyHeader].ToString();
        return (key, key.Length == 0 ? Problem.KeyRequired.For(KeyHeader)
            : CommandId.IsValid(key) ? null
            : Problem.KeyInvalid.For(KeyHeader));
    }

    /// <summary>Hands a command to its grain and answers with what came of it.</summary>
    internal static async Task GiveAsync(HttpContext http, RunningOperation running, CommandEnvelope envelope)
    {
        ServerMetrics.Asked(http);
        await AnswerAsync(http, running, await running.Host.ExecuteAsync(envelope, CancellationToken.None));
    }

    private static async Task AnswerAsync(HttpContext http, RunningOperation running, Journal.CommandAnswer answer)
    {
        if (answer.Rejection is { } rejection)
        {
            await Problem.Of(rejection).WriteAsync(http);
            return;
        }

        if (!answer.Entries.IsEmpty)
        {
            await running.ShownAsync(answer.Entries[^1].Sequence);
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.BodyWriter.WriteAsync(CommandAnswerJson.Write(answer), http.RequestAborted);
    }
}

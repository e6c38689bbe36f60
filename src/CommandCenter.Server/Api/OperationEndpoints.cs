using System.Text.Json;
using CommandCenter.Boards;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Access;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Api;

/// <summary>What there is to see: the operations, and their boards as JSON.</summary>
internal static class OperationEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/operations", static (OperationRegistry operations) =>
                TypedResults.Json(operations.All.Select(OperationLine.Of).ToArray(), ApiJsonContext.Readable.OperationLineArray))
            .WithSummary("All operations; no account needed.");
        app.MapGet("/api/operations/{op}", GetAsync).WithSummary("One operation with its clock; no account needed.");
        app.MapGet("/api/operations/{op}/boards/{topic}", BoardAsync)
            .WithSummary("A board as JSON: {topic, sequence, at, data}. Public topics need no account: hall, units, units:*, ticket:*.");
    }

    private static async Task GetAsync(string op, HttpContext http, OperationRegistry operations)
    {
        if (operations.Find(op) is not { } listed)
        {
            await Problem.OperationUnknown.WriteAsync(http);
            return;
        }

        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(OperationSheet.Of(listed), ApiJsonContext.Readable.OperationSheet);
    }

    private static async Task BoardAsync(string op, string topic, HttpContext http, OperationRegistry operations)
    {
        var (running, problem) = Find(operations, op);
        if ((problem ?? Refuse(running!, topic, http)) is { } no)
        {
            await no.WriteAsync(http);
            return;
        }

        if (topic == ForecastTopics.Forecast)
        {
            await ForecastAsync(running!, http);
            return;
        }

        if (running!.Boards.Read(topic) is not { } snapshot)
        {
            await Problem.TopicUnknown.WriteAsync(http);
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.BodyWriter.WriteAsync(BoardJson.Write(snapshot), http.RequestAborted);
    }

    // No board of the journal's: it follows from the boards and chance.
    private static async Task ForecastAsync(RunningOperation running, HttpContext http)
    {
        if (http.RequestServices.GetRequiredService<ForecastDesk>().Of(running.Id) is not { } newest)
        {
            await Problem.TopicUnknown.WriteAsync(http);
            return;
        }

        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(
            new ForecastSheet(ForecastTopics.Forecast, newest.Moment.Sequence, newest.Board.At, newest.Board), BodyJson.Options, http.RequestAborted);
    }

    /// <summary>The operation, or why it cannot be had. One that stopped still shows what came before.</summary>
    public static (RunningOperation? Running, Problem? Problem) Find(OperationRegistry operations, string op) => operations.Find(op) switch
    {
        null => (null, Problem.OperationUnknown),
        { Running: null } => (null, Problem.OperationStopped.After(60)),
        { Running: { } running } => (running, null),
    };

    // Who may not see a topic is not told whether it is there.
    public static Problem? Refuse(RunningOperation running, string topic, HttpContext http)
    {
        var plan = running.Frame.Plan;
        var caller = DeviceCookie.CallerOf(http) is { } known && known.Operation == running.Id ? known : null;
        var post = caller is null ? null : plan.FindPost(caller.Post);
        return new Permissions(plan, running.Boards).MaySee(post, topic) ? null
            : post is null ? Problem.NotEnrolled
            : Problem.NotYourPost;
    }
}

/// <summary>An operation in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Mode"><c>live</c> or <c>drill</c>.</param>
/// <param name="Phase">The phase now.</param>
/// <param name="Stopped">Its journal is damaged; it takes no commands.</param>
internal sealed record OperationLine(string Id, Label? Name, string? Mode, string? Phase, bool Stopped)
{
    public static OperationLine Of(ListedOperation o) =>
        new(o.Id.Value, o.Running?.Frame.Plan.Name, Word(o.Running?.Frame.Mode), Word(o.Running?.Frame.Phase), o.Fault is not null);

    internal static string? Word<T>(T? value)
        where T : struct, Enum => value is { } known ? JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) : null;
}

/// <summary>An operation and its clock.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Mode"><c>live</c> or <c>drill</c>.</param>
/// <param name="Phase">The phase now.</param>
/// <param name="Opens">When the plan opens the day.</param>
/// <param name="Closes">When it closes.</param>
/// <param name="Now">Operation time.</param>
/// <param name="Speed">Operation seconds per second; 0 while a drill stands still.</param>
/// <param name="Sequence">The newest entry that the boards show.</param>
/// <param name="Fault">Why it takes no commands.</param>
internal sealed record OperationSheet(
    string Id, Label? Name, string? Mode, string? Phase, DateTimeOffset? Opens, DateTimeOffset? Closes, DateTimeOffset? Now, double? Speed,
    long? Sequence, string? Fault)
{
    public static OperationSheet Of(ListedOperation listed)
    {
        var running = listed.Running;
        var plan = running?.Frame.Plan;
        return new(
            listed.Id.Value, plan?.Name, OperationLine.Word(running?.Frame.Mode), OperationLine.Word(running?.Frame.Phase),
            plan?.Opens, plan?.Closes, running?.Clocks.Now, running?.Speed, running?.Boards.Sequence,
            listed.Fault is null ? null : Problem.OperationStopped.Refusal.English);
    }
}

/// <summary>A forecast as a board: <c>{topic, sequence, at, data}</c>.</summary>
internal sealed record ForecastSheet(string Topic, long Sequence, DateTimeOffset At, ForecastBoard Data);

using CommandCenter.Server.Nodes;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Api;

/// <summary>For whoever watches the server itself. It listens only when all operations are open, so to be there is to be ready.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", static () => TypedResults.Json(new Health("live", null, null), ApiJsonContext.Readable.Health))
            .WithSummary("The process runs.");
        app.MapGet("/health/ready", static (OperationRegistry operations, INodes nodes) =>
        {
            var all = operations.All.ToList();
            return TypedResults.Json(
                new Health(nodes.IsConnected ? "ready" : "cut-off", all.Count, all.Count(static o => o.Fault is not null)),
                ApiJsonContext.Readable.Health, statusCode: nodes.IsConnected ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).WithSummary("Every operation is open. Says how many are stopped by a damaged journal; the others go on. 503 while Redis does not answer.");
    }
}

/// <summary>How the server is.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c>, or <c>cut-off</c> from the store.</param>
/// <param name="Operations">Operations there are.</param>
/// <param name="Stopped">Of these, stopped.</param>
internal sealed record Health(string Status, int? Operations, int? Stopped);

using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Api;

/// <summary>For whoever watches the server itself. It listens only when all operations are open, so to be there is to be ready.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", static () => TypedResults.Json(new Health("live", null, null), ApiJsonContext.Readable.Health))
            .WithSummary("The process runs.");
        app.MapGet("/health/ready", static (OperationRegistry operations) =>
        {
            var all = operations.All.ToList();
            return TypedResults.Json(
                new Health("ready", all.Count, all.Count(static o => o.Fault is not null)), ApiJsonContext.Readable.Health);
        }).WithSummary("Every operation is open. Says how many are stopped by a damaged journal; the others go on.");
    }
}

/// <summary>How the server is.</summary>
/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
/// <param name="Operations">Operations there are.</param>
/// <param name="Stopped">Of these, stopped.</param>
internal sealed record Health(string Status, int? Operations, int? Stopped);

using CommandCenter.Boards;
using CommandCenter.Server.Access;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Api;

/// <summary>The desk's search. Staff see full names, never card numbers; the search itself is neither stored nor logged.</summary>
internal static class HouseholdEndpoints
{
    private const int Most = 12;
    private const int LongestQuery = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/operations/{op}/households", FindAsync).RequireRateLimiting(RateLimits.Searches)
            .WithSummary("Households by number, ticket, name or page address (?query=), at most twelve; for those who may see households.");

    private static async Task FindAsync(string op, string? query, HttpContext http, OperationRegistry operations)
    {
        var (running, problem) = OperationEndpoints.Find(operations, op);
        problem ??= OperationEndpoints.Refuse(running!, $"{TopicCatalog.Search}:", http)
            ?? (query is null or { Length: > LongestQuery } ? Problem.BadRequest.For("query") : null);
        if (problem is not null)
        {
            await problem.WriteAsync(http);
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.BodyWriter.WriteAsync(BoardJson.Write(running!.Boards.FindHouseholds(query!, Most)), http.RequestAborted);
    }
}

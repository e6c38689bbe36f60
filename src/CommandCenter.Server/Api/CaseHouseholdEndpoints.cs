using CommandCenter.Boards;
using CommandCenter.Domain.Privacy;
using CommandCenter.Server.Access;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Api;

/// <summary>
/// Whom a matter is about. Every post that keeps the ledger may find a household by its number, with a masked name; those
/// who may see households find it by name as well.
/// </summary>
internal static class CaseHouseholdEndpoints
{
    private const int Most = 6;
    private const int LongestQuery = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/operations/{op}/cases/households", FindAsync).RequireRateLimiting(RateLimits.Searches)
            .WithSummary("Households for the ledger by number (?query=), at most six, names masked; by name too for those who may see households.");

    private static async Task FindAsync(string op, string? query, HttpContext http, OperationRegistry operations)
    {
        var (running, problem) = OperationEndpoints.Find(operations, op);
        problem ??= OperationEndpoints.Refuse(running!, TopicNames.Cases, http)
            ?? (query is null or { Length: > LongestQuery } ? Problem.BadRequest.For("query") : null);
        if (problem is not null)
        {
            await problem.WriteAsync(http);
            return;
        }

        var named = OperationEndpoints.Refuse(running!, $"{TopicCatalog.Search}:", http) is null;
        var asked = query!.Trim();
        var found = running!.Boards.FindHouseholds(asked, Most);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.BodyWriter.WriteAsync(
            BoardJson.Write(named ? found : [.. found.Where(h => IsNumber(h.Number, asked)).Select(static h => h with { Name = MaskedName.Of(h.Name) })]),
            http.RequestAborted);
    }

    // Nothing else may match, or a name could be tried out.
    private static bool IsNumber(string number, string asked) =>
        asked.Length > 0 && asked.All(char.IsAsciiDigit) && number.TrimStart('0').StartsWith(asked.TrimStart('0'), StringComparison.Ordinal);
}

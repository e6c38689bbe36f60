using CommandCenter.Boards;
using CommandCenter.Domain.Operations;
using CommandCenter.Server.Access;
using CommandCenter.Server.Api;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Supervision;

/// <summary>The chain and the evidence pack, for those who check.</summary>
internal static class SupervisionEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/operations/{op}/chain", ChainAsync)
            .WithSummary("Where the hash chain stands, and the last verification; ?verify=true folds the whole journal again. For command and supervision.");
        app.MapGet("/api/operations/{op}/evidence", EvidenceAsync)
            .WithSummary("The evidence pack (ZIP): journal, checkpoint, hashes, exceptions, findings. For supervision.");
    }

    private static async Task ChainAsync(string op, bool? verify, HttpContext http, OperationRegistry operations, ChainStates chains)
    {
        var (running, problem) = OperationEndpoints.Find(operations, op);
        if ((problem ?? OperationEndpoints.Refuse(running!, TopicNames.Supervision, http)) is { } no)
        {
            await no.WriteAsync(http);
            return;
        }

        var chain = chains.Of(running!.Id);
        var last = verify == true ? await chain.VerifyAsync(running, http.RequestAborted) : chain.Last;
        http.Response.Headers.CacheControl = "no-store";
        var now = chain.Checkpoint;
        await http.Response.WriteAsJsonAsync(new(running.Id.Value, now.Sequence, now.Hash, last), ApiJsonContext.Readable.ChainSheet, cancellationToken: http.RequestAborted);
    }

    // Into a file of its own first: what is downloaded is whole or not there at all.
    private static async Task EvidenceAsync(string op, HttpContext http, OperationRegistry operations, ChainStates chains)
    {
        var (running, problem) = OperationEndpoints.Find(operations, op);
        if ((problem ?? OperationEndpoints.Refuse(running!, TopicCatalog.Evidence, http)) is { } no)
        {
            await no.WriteAsync(http);
            return;
        }

        var checkpoint = chains.Of(running!.Id).Checkpoint;
        await using var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        await EvidencePack.WriteAsync(running, checkpoint, file, http.RequestAborted);
        file.Position = 0;
        var drill = running.Frame.Mode == OperationMode.Drill ? "DRILL-" : "";
        http.Response.ContentType = "application/zip";
        http.Response.ContentLength = file.Length;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"evidence-{drill}{running.Id}-{checkpoint.Sequence}.zip\"";
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}

/// <summary>Where a chain stands.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Sequence">The last entry it includes.</param>
/// <param name="Hash">The hash of that entry.</param>
/// <param name="Verified">The last comparison with the store.</param>
internal sealed record ChainSheet(string Operation, long Sequence, string Hash, ChainVerification? Verified);

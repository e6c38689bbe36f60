using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CommandCenter.Boards;
using CommandCenter.Boards.Supervision;
using CommandCenter.Domain.Operations;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Exports;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Supervision;

/// <summary>
/// What supervision takes away: the journal up to a checkpoint, that checkpoint, the hashes of plan and lists, the
/// exceptions and the findings. <c>verify journal.ndjson</c> proves the first against the second on any machine.
/// </summary>
internal static class EvidencePack
{
    /// <summary>Writes the pack.</summary>
    /// <param name="running">The operation.</param>
    /// <param name="checkpoint">Up to where.</param>
    /// <param name="target">Where to; not closed.</param>
    /// <param name="cancellationToken">Stops half-way.</param>
    public static async Task WriteAsync(RunningOperation running, Checkpoint checkpoint, Stream target, CancellationToken cancellationToken)
    {
        var board = running.Boards.Read(TopicNames.Supervision)!;
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        var written = await WriteJournalAsync(zip, running, checkpoint, cancellationToken);
        await PutAsync(zip, "checkpoint.json", JsonSerializer.SerializeToUtf8Bytes(Sheet(running, written, (SupervisionBoard)board.Data), Options), cancellationToken);
        await PutAsync(zip, "supervision.json", BoardJson.Write(board), cancellationToken);
        await PutAsync(zip, "README.txt", Encoding.UTF8.GetBytes(Readme(running, written)), cancellationToken);
    }

    private static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static async Task<Checkpoint> WriteJournalAsync(
        ZipArchive zip, RunningOperation running, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        await using var file = await zip.CreateEntry("journal.ndjson").OpenAsync(cancellationToken);
        return await JournalExport.WriteAsync(running.Id, running.ReadAsync(0, cancellationToken), checkpoint.Sequence, file, cancellationToken);
    }

    private static async Task PutAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancellationToken)
    {
        await using var file = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await file.WriteAsync(content, cancellationToken);
    }

    private static object Sheet(RunningOperation running, Checkpoint checkpoint, SupervisionBoard board) => new
    {
        operation = running.Id.Value,
        mode = board.Mode == OperationMode.Drill ? "drill" : "live",
        sequence = checkpoint.Sequence,
        chain = checkpoint.Hash,
        planHash = board.PlanHash,
        householdsHash = board.Lists?.HouseholdsHash,
        unitsHash = board.Lists?.UnitsHash,
        takenAt = running.Clocks.System.GetUtcNow(),
    };

    private static string Readme(RunningOperation running, Checkpoint checkpoint) => $"""
        {(running.Frame.Mode == OperationMode.Drill ? DrillMark.Words + "\n" : "")}{running.Frame.Plan.Name.Zh} / {running.Frame.Plan.Name.En}
        行动 operation {running.Id}　流水号 sequence {checkpoint.Sequence}
        链值 chain {checkpoint.Hash}

        journal.ndjson     全部流水，一行一条，含姓名，按规定保管。 Every entry, one a line; holds names, keep it as the rules say.
        checkpoint.json    截至该流水号的链值，方案与名册的指纹。 The chain at that sequence; hashes of plan and lists.
        supervision.json   例外事项、督查意见及答复、同问不同答。 Exceptions, findings with their answers, differing answers.

        核验 to verify: CommandCenter.Server verify journal.ndjson
        结果应为 must print: OK sequence={checkpoint.Sequence} chain={checkpoint.Hash}

        """;
}

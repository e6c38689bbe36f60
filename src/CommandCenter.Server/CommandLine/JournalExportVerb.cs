using System.CommandLine;
using CommandCenter.Journal.Exports;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>journal export</c>: a journal as text, one entry a line.</summary>
internal static class JournalExportVerb
{
    public static Command Create()
    {
        var data = DataFolder.Required("The data folder with the operation.");
        var operation = DataFolder.Operation(required: true);
        var file = new Option<string>("--out") { Description = "The file to write.", HelpName = "FILE", Required = true };
        var verb = new Verb(
            "export", "Writes a journal as NDJSON, one entry a line, also while a server runs. 'verify FILE' reads it.",
            "journal export --data data --operation demo --out demo.ndjson")
        {
            data, operation, file,
        };
        verb.SetAction((line, ct) => RunAsync(
            DataFolder.JournalOf(line.GetRequiredValue(data), line.GetRequiredValue(operation)), line.GetRequiredValue(file),
            line.InvocationConfiguration, ct));
        return verb;
    }

    private static async Task<int> RunAsync(string journal, string file, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        // Under another name until it is whole, so that nobody takes half of it for all.
        var part = file + ".part";
        var end = await WorkReport.RunAsync(streams.Error, $"Exporting {journal}", async progress =>
        {
            await using var target = File.Create(part);
            return await JournalExport.WriteAsync(journal, target, new Worded<long>(progress, static n => $"{n:N0} entries"), cancellationToken);
        });
        File.Move(part, file, overwrite: true);
        await streams.Output.WriteLineAsync($"{file} sequence={end.Sequence} chain={end.Hash}");
        return ExitCodes.Done;
    }
}

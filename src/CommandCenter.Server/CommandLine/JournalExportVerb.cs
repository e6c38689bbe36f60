using System.CommandLine;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Exports;
using CommandCenter.Journal.Redis;
using CommandCenter.Journal.Sqlite;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>journal export</c>: a journal as text, one entry a line.</summary>
internal static class JournalExportVerb
{
    public static Command Create()
    {
        var data = DataFolder.Option("The data folder with the operation, unless it is in Redis.");
        var redis = RedisOption.Create("The Redis that the operation is in.");
        var operation = DataFolder.Operation(required: true);
        var file = new Option<string>("--out") { Description = "The file to write.", HelpName = "FILE", Required = true };
        var verb = new Verb(
            "export", "Writes a journal as NDJSON, one entry a line, also while a server runs. 'verify FILE' reads it.",
            "journal export --data data --operation demo --out demo.ndjson")
        {
            data, operation, file, redis,
        };
        verb.SetAction((line, ct) => RedisOption.Of(line.GetValue(redis)) is { } servers
            ? RunAsync(servers, line.GetRequiredValue(operation), line.GetRequiredValue(file), line.InvocationConfiguration, ct)
            : RunAsync(
            DataFolder.JournalOf(line.GetRequiredValue(data), line.GetRequiredValue(operation)), line.GetRequiredValue(file),
            line.InvocationConfiguration, ct));
        return verb;
    }

    // Through a journal file: what is exported has passed the same checks as what is written.
    private static async Task<int> RunAsync(RedisOptions redis, string operation, string file, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        var copy = file + ".db";
        try
        {
            await using (var source = await JournalSource.OpenAsync("", redis, new(operation), cancellationToken))
            {
                await using var copying = JournalCopy.Start(source.Journal, copy, EventRegistry.Default);
                await copying.CompleteAsync();
            }

            return await RunAsync(copy, file, streams, cancellationToken);
        }
        finally
        {
            File.Delete(copy);
        }
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

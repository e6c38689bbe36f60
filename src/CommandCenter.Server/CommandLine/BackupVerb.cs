using System.CommandLine;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Backups;
using CommandCenter.Journal.Events;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>backup</c>: all journals of a data folder in one file.</summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var data = DataFolder.Required("The data folder.");
        var file = new Option<string>("--out") { Description = "The file to write.", HelpName = "FILE", Required = true };
        var verb = new Verb(
            "backup", "Packs all operations into one verified file, also while a server runs.", "backup --data data --out monday.zip")
        {
            data, file,
        };
        verb.SetAction((line, ct) => RunAsync(line.GetRequiredValue(data), line.GetRequiredValue(file), line.InvocationConfiguration, ct));
        return verb;
    }

    private static async Task<int> RunAsync(string data, string file, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(data))
        {
            throw new CannotRunException($"There is no folder {data}.");
        }

        var manifest = await WorkReport.RunAsync(streams.Error, $"Packing {data}", progress => Task.FromResult(
            new OperationArchive(EventRegistry.Default, TimeProvider.System)
                .Pack(data, file, new Worded<OperationId>(progress, static id => id.Value), cancellationToken)));
        Print(streams.Output, manifest);
        return ExitCodes.Done;
    }

    /// <summary>One line per operation.</summary>
    public static void Print(TextWriter target, ArchiveManifest manifest)
    {
        foreach (var operation in manifest.Operations)
        {
            target.WriteLine($"{operation.Operation} sequence={operation.Sequence} chain={operation.Chain}");
        }
    }
}

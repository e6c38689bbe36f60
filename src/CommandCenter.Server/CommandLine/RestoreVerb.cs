using System.CommandLine;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Backups;
using CommandCenter.Journal.Events;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>restore</c>: puts the operations of an archive back.</summary>
internal static class RestoreVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "What 'backup' wrote." };
        var data = DataFolder.Required("The data folder to restore into; no server may be running on it.");
        var verb = new Verb(
            "restore", "Puts the operations of a backup into a data folder. Refused when that has newer or other entries.",
            "restore monday.zip --data data")
        {
            file, data,
        };
        verb.SetAction((line, ct) => RunAsync(line.GetRequiredValue(file), line.GetRequiredValue(data), line.InvocationConfiguration, ct));
        return verb;
    }

    private static async Task<int> RunAsync(string file, string data, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        var manifest = await WorkReport.RunAsync(streams.Error, $"Restoring {file}", progress => Task.FromResult(
            new OperationArchive(EventRegistry.Default, TimeProvider.System)
                .Restore(file, data, new Worded<OperationId>(progress, static id => id.Value), cancellationToken)));
        BackupVerb.Print(streams.Output, manifest);
        return ExitCodes.Done;
    }
}

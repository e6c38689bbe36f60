using System.CommandLine;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Verification;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>verify</c>: computes the chain of a journal again and compares.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "The data folder with the operation.", HelpName = "DIR" };
        var operation = DataFolder.Operation(required: false);
        var file = new Argument<string?>("FILE")
        {
            Description = "A journal file or an export of one, instead of --data and --operation.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Verb(
            "verify", "Recomputes a journal's chain. Prints OK, or the first bad sequence and what is wrong with it (exit code 1).",
            "verify --data data --operation demo", "verify demo.ndjson")
        {
            file, data, operation,
        };
        verb.SetAction((line, ct) => RunAsync(
            PathOf(line.GetValue(file), line.GetValue(data), line.GetValue(operation)), line.InvocationConfiguration, ct));
        return verb;
    }

    private static string PathOf(string? file, string? data, string? operation) => (file, data, operation) switch
    {
        (null, { } folder, { } id) => DataFolder.JournalOf(folder, id),
        ({ } path, null, null) => path,
        _ => throw new UsageException("Name either a FILE, or --data and --operation."),
    };

    private static async Task<int> RunAsync(string path, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        var verdict = await WorkReport.RunAsync(streams.Error, $"Verifying {path}", progress => Task.FromResult(
            new ChainVerifier(EventRegistry.Default).Verify(path, new Worded<long>(progress, static n => $"{n:N0} entries"), cancellationToken)));
        await streams.Output.WriteLineAsync(verdict.ToString());
        return verdict.IsWhole ? ExitCodes.Done : ExitCodes.CheckFailed;
    }
}

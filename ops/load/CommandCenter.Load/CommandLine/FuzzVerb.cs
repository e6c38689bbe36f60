using System.CommandLine;
using CommandCenter.Load.Fuzzing;

namespace CommandCenter.Load.CommandLine;

/// <summary><c>fuzz</c>: nonsense against a server that holds nothing of value.</summary>
internal static class FuzzVerb
{
    public static Command Create(TextWriter error)
    {
        var verb = new Command("fuzz", "Sends malformed messages to the hub, the API and the pages of a server that holds nothing of value; ends with 1 if it did not bear them.");
        var target = new Target(verb);
        var messages = LoadVerb.Number(verb, "--messages", "How many in all.", 100_000, FuzzOptions.MostMessages);
        var seed = LoadVerb.Number(verb, "--seed", "The same seed sends the same.", 1, int.MaxValue);
        verb.SetAction(async (line, ct) =>
        {
            var (server, operation) = target.Of(line);
            var options = new FuzzOptions(server, operation) { Messages = line.GetValue(messages), Seed = line.GetValue(seed), Codes = target.Codes(line) };
            var report = await FuzzRun.RunAsync(options, new Lines(error), ct);
            await target.WriteAsync(line, report, ct);
            return report.Faults.Count == 0 ? 0 : 1;
        });
        return verb;
    }
}

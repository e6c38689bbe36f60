using System.CommandLine;
using CommandCenter.Load.Running;

namespace CommandCenter.Load.CommandLine;

/// <summary>The program itself: watchers and phones against a running server.</summary>
internal static class LoadVerb
{
    public static RootCommand Create(TextWriter error)
    {
        var root = new RootCommand(
            "Puts load on a running command center: watchers on the hub, and phones that give commands to a drill. Ctrl-C ends it early with what was measured. "
            + "Example: --server http://localhost:5080 --operation demo --watchers 1000 --duration 60 --out load.json");
        var target = new Target(root);
        var watchers = Number(root, "--watchers", "Hub connections; every fourth in English.", 100, LoadOptions.MostWatchers);
        var phones = Number(root, "--phones", "Phones that give commands, sharing the posts of the codes.", 0, LoadOptions.MostPhones);
        var seconds = Number(root, "--duration", "Seconds after everybody is connected.", 30, (int)LoadOptions.Longest.TotalSeconds);
        var rate = Number(root, "--commands-per-second", "Commands a second, by all phones together.", 5, 1000);
        var live = new Option<bool>("--even-live") { Description = "Gives commands even to an operation that is no drill." };
        var arrivals = new Option<string?>("--arrivals") { Description = "Writes when each panel came to the first and the last watcher, as CSV.", HelpName = "FILE" };
        root.Options.Add(live);
        root.Options.Add(arrivals);
        root.SetAction(async (line, ct) =>
        {
            var (server, operation) = target.Of(line);
            var options = new LoadOptions(server, operation)
            {
                Watchers = line.GetValue(watchers), Phones = line.GetValue(phones), Duration = TimeSpan.FromSeconds(line.GetValue(seconds)),
                CommandsPerSecond = line.GetValue(rate), Codes = target.Codes(line), EvenLive = line.GetValue(live), Arrivals = line.GetValue(arrivals),
            };
            if (options is { Phones: > 0, Codes.Count: 0 })
            {
                throw new LoadRefusedException("Phones need the codes of their posts: --code or --codes.");
            }

            var report = await LoadRun.RunAsync(options, new Lines(error), ct);
            await target.WriteAsync(line, report, CancellationToken.None);
            await error.WriteLineAsync(Summary(report));
            return report.Watchers.Connected < report.Watchers.Asked || report.Watchers.Lost > 0 ? 1 : 0;
        });
        return root;
    }

    /// <summary>A number from 0 to a limit.</summary>
    public static Option<int> Number(Command command, string name, string description, int usual, int most)
    {
        var option = new Option<int>(name) { Description = $"{description} At most {most}.", HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && (value < 0 || value > most))
            {
                result.AddError($"{name} goes from 0 to {most}.");
            }
        });
        command.Options.Add(option);
        return option;
    }

    private static string Summary(LoadReport report)
    {
        var (watchers, commands) = (report.Watchers, report.Commands);
        return $"""
            {(report.Interrupted ? "interrupted" : "whole run")} after {report.Seconds} s
            watchers   {watchers.Connected} of {watchers.Asked} connected, {watchers.Lost} lost; {watchers.PanelsPerSecond} panels/s, {watchers.Bytes / 1024 / 1024} MB
            behind     p50 {watchers.BehindFirst.P50} ms, p90 {watchers.BehindFirst.P90}, p99 {watchers.BehindFirst.P99}, at most {watchers.BehindFirst.Max}
            pulses     p50 {watchers.BetweenPulses.P50} ms apart, p99 {watchers.BetweenPulses.P99}, at most {watchers.BetweenPulses.Max}
            commands   {commands.Accepted} of {commands.Given} accepted, {commands.PerSecond}/s; p50 {commands.Latency.P50} ms from when it was due, p90 {commands.Latency.P90}, p99 {commands.Latency.P99}
            answers    p50 {commands.Answer.P50} ms from sending, p90 {commands.Answer.P90}, p99 {commands.Answer.P99}; {commands.Late} sent late, {commands.Unanswered} unanswered
            """;
    }
}

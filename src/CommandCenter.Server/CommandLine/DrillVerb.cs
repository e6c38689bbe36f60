using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Server.Operations;
using CommandCenter.Simulation.Drills;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>drill</c>: a whole drill without a server.</summary>
internal static class DrillVerb
{
    // Apart from the server's own folder: a server opens every operation that it finds there.
    private const string DefaultFolder = "data/drills";
    private const decimal FastestSpeed = 10_000;

    public static Command Create()
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file, or the name of one in ops/scenarios." };
        var speed = new Option<decimal>("--speed")
        {
            Description = "Operation seconds per second, or max: jumps from moment to moment. [default: max]",
            HelpName = "max|N",
            CustomParser = ParseSpeed,
        };
        var seed = new Option<long?>("--seed") { Description = "What is random follows from it. [default: the scenario's]", HelpName = "N" };
        var data = DataFolder.Option("Where the journal is kept, as operation SCENARIO-SEED; an earlier run is replaced.", DefaultFolder);
        var report = new Option<string?>("--report") { Description = "Writes the report into a file as well.", HelpName = "FILE" };
        var journal = new Option<string>("--journal") { Description = "sqlite keeps the journal, memory does not.", DefaultValueFactory = _ => "sqlite" };
        journal.AcceptOnlyFromAmong("sqlite", "memory");
        var plan = new Option<string?>("--plan") { Description = "A plan folder instead of the sample operation.", HelpName = "DIR" };
        var verb = new Verb(
            "drill", "Runs a whole drill without a server and prints its report as JSON. The same scenario and seed give the same chain.",
            "drill standard-day", "drill ops/scenarios/rush-at-opening.yaml --seed 7 --report rush.json", "drill power-cut --journal memory")
        {
            scenario, speed, seed, data, report, journal, plan,
        };
        verb.SetAction((line, ct) =>
        {
            var setup = Setup(line.GetRequiredValue(scenario), line.GetValue(plan), line.GetValue(seed), line.GetValue(speed), line.InvocationConfiguration.Error);
            var folder = line.GetValue(journal) == "memory" ? null : line.GetValue(data);
            return RunAsync(setup, folder, line.GetValue(report), line.InvocationConfiguration, ct);
        });
        return verb;
    }

    private static decimal ParseSpeed(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (text == "max")
        {
            return 0;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed is > 0 and <= FastestSpeed)
        {
            return speed;
        }

        result.AddError($"--speed is max, or a number above 0 and up to {FastestSpeed:0}.");
        return 0;
    }

    private static DrillSetup Setup(string scenario, string? plan, long? seed, decimal speed, TextWriter error)
    {
        var file = DrillMaterial.FindScenario(scenario)
            ?? throw new UsageException($"There is no scenario '{scenario}'. There are {string.Join(", ", DrillMaterial.ScenarioNames)}.");
        if (DrillMaterial.Read(file, plan, out var faults) is not { } material)
        {
            PlanCheckVerb.PrintFaults(error, faults);
            throw new CannotRunException("The drill was not run.");
        }

        if (plan is not null && material.Scenario.Scale > 1)
        {
            throw new UsageException($"'{scenario}' enlarges the sample operation; it cannot be played on a plan of your own.");
        }

        var chosen = seed ?? material.Scenario.Seed;
        var id = $"{material.Scenario.Id}-{chosen}".Replace("--", "-", StringComparison.Ordinal);
        if (!IdSyntax.IsValid(id))
        {
            throw new UsageException($"'{material.Scenario.Id}' cannot name an operation: lower-case letters, digits and hyphens.");
        }

        return new(new(id), material.Plan, material.PlanHash, material.Lists, material.Scenario, chosen, speed);
    }

    private static async Task<int> RunAsync(
        DrillSetup setup, string? folder, string? reportFile, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        var journal = new MemoryJournal(setup.Operation, EventRegistry.Default);
        await using var copy = folder is null ? null : StartCopy(journal, folder);
        var report = await WorkReport.RunAsync(streams.Error, $"Drill {setup.Operation}", progress =>
            DrillRun.RunAsync(setup, journal, [], new Worded<DrillProgress>(progress, Words), cancellationToken).AsTask());
        if (copy is not null && await copy.CompleteAsync() is var end && end.Hash != report.Chain)
        {
            throw new CannotRunException($"The kept journal differs from what was played: {end.Hash} at {end.Sequence}.");
        }

        var json = JsonSerializer.Serialize(report, DrillReportJson.Readable.DrillReport);
        await streams.Output.WriteLineAsync(json);
        if (reportFile is not null)
        {
            await File.WriteAllTextAsync(reportFile, json + Environment.NewLine, cancellationToken);
        }

        return report.DoubleAllocations == 0 ? ExitCodes.Done : ExitCodes.CheckFailed;
    }

    private static JournalCopy StartCopy(MemoryJournal journal, string folder)
    {
        var path = OperationFiles.PathOf(folder, journal.Operation);
        Directory.CreateDirectory(OperationFiles.FolderOf(folder));
        foreach (var earlier in new[] { path, path + "-wal", path + "-shm" })
        {
            File.Delete(earlier);
        }

        return JournalCopy.Start(journal, path, EventRegistry.Default);
    }

    private static string Words(DrillProgress progress) =>
        $"{progress.Now:HH:mm}  {progress.Completed}/{progress.Households} households done, {progress.Events:N0} events";
}

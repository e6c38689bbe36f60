using System.Collections.Immutable;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans;
using CommandCenter.Plans.Samples;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Server.Operations;

/// <summary>What a drill is played with: a scenario, and the plan and lists it is played on.</summary>
/// <param name="Scenario">The story.</param>
/// <param name="Plan">The plan.</param>
/// <param name="PlanHash">Its hash.</param>
/// <param name="Lists">Made-up or masked lists.</param>
public sealed record DrillMaterial(Scenario Scenario, Plan Plan, string PlanHash, AllocationLists Lists)
{
    private const string Ending = ".yaml";

    // Beside the program, and where somebody works on it.
    private static readonly string[] Folders =
        [Path.Combine(AppContext.BaseDirectory, "ops", "scenarios"), Path.Combine("ops", "scenarios")];

    /// <summary>The names of the scenarios that come with the program.</summary>
    public static IEnumerable<string> ScenarioNames =>
        Folders.Where(Directory.Exists).SelectMany(static f => Directory.EnumerateFiles(f, "*" + Ending))
            .Select(static f => Path.GetFileNameWithoutExtension(f)).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The file of a scenario, given by path or by name; null where there is none.</summary>
    public static string? FindScenario(string pathOrName) =>
        File.Exists(pathOrName)
            ? pathOrName
            : Folders.Select(f => Path.Combine(f, pathOrName + Ending)).FirstOrDefault(File.Exists);

    /// <summary>Reads a scenario with the plan of a folder, or with the sample operation in the size that the scenario wants.</summary>
    /// <param name="scenarioFile">The scenario.</param>
    /// <param name="planFolder">The plan's folder; null for the sample operation.</param>
    /// <param name="faults">Everything that is wrong; empty when the answer is not null.</param>
    public static DrillMaterial? Read(string scenarioFile, string? planFolder, out ImmutableArray<Fault> faults)
    {
        var reading = planFolder is null ? SampleFolder.Read() : PlanFolder.Read(planFolder);
        var scenario = Read(scenarioFile, reading, out faults);
        if (scenario is { Scale: > 1 } && planFolder is null)
        {
            // Scenarios name windows: read again on the plan that it is played on.
            reading = SampleFolder.Read(scale: Math.Min(scenario.Scale, SampleFolder.MaxScale));
            scenario = Read(scenarioFile, reading, out faults);
        }

        return scenario is null ? null : new(scenario, reading.Plan!, reading.PlanHash!, reading.Lists!);
    }

    private static Scenario? Read(string scenarioFile, PlanReading reading, out ImmutableArray<Fault> faults)
    {
        faults = reading.Faults;
        if (!reading.IsGood)
        {
            return null;
        }

        var found = new Faults();
        var scenario = ScenarioFile.Read(scenarioFile, reading.Plan, found);
        faults = found.InOrder();
        return scenario;
    }
}

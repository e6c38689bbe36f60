using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Plans;
using CommandCenter.Plans.Samples;
using CommandCenter.Simulation.Drills;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Tests.Drills;

/// <summary>The sample operation played through, as the drill verb does it.</summary>
internal static class Sample
{
    public static string ScenarioFolder { get; } = Find(AppContext.BaseDirectory);

    public static PlanReading Operation(int scale) => SampleFolder.Read(scale: scale);

    public static Scenario Scenario(string name)
    {
        var faults = new Faults();
        var scenario = ScenarioFile.Read(Path.Combine(ScenarioFolder, $"{name}.yaml"), Operation(1).Plan!, faults);
        Assert.Empty(faults.InOrder());
        return scenario!;
    }

    public static async Task<(DrillReport Report, MemoryJournal Journal)> PlayAsync(
        Scenario scenario, long? seed = null, params IFeedSubscriber[] subscribers)
    {
        var sample = Operation(scenario.Scale);
        var journal = new MemoryJournal(new("drill"), EventRegistry.Default);
        var report = await DrillRun.RunAsync(
            new(new("drill"), sample.Plan!, sample.PlanHash!, sample.Lists!, scenario, seed ?? scenario.Seed), journal, subscribers, null, CancellationToken.None);
        return (report, journal);
    }

    private static string Find(string folder) =>
        Directory.Exists(Path.Combine(folder, "ops", "scenarios"))
            ? Path.Combine(folder, "ops", "scenarios")
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("ops/scenarios is nowhere above the tests."));
}

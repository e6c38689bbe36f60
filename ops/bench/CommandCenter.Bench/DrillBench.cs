using System.Diagnostics;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Plans;
using CommandCenter.Plans.Samples;
using CommandCenter.Simulation.Drills;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Bench;

/// <summary>The standard day and ten times its size, in memory, in this process: how time and memory grow.</summary>
internal static class DrillBench
{
    private const int Rounds = 3;

    public static async Task RunAsync()
    {
        Console.WriteLine("| scenario | households | entries | seconds (best of 3) | ratio | memory MB |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        var standard = await MeasureAsync("standard-day", 0);
        await MeasureAsync("ten-times", standard);
    }

    /// <summary>A day as a drill writes it.</summary>
    public static async Task<(IJournal Journal, DrillReport Report)> PlayAsync(string scenario)
    {
        // The scale stands in the scenario, and the scenario is checked against the plan: both sizes know the same names.
        var small = SampleFolder.Read();
        var story = ScenarioFile.Read(Path.Combine(Scenarios(), $"{scenario}.yaml"), small.Plan!, new Faults())!;
        var sample = story.Scale == 1 ? small : SampleFolder.Read(scale: story.Scale);
        var journal = new MemoryJournal(new("bench"), EventRegistry.Default);
        var report = await DrillRun.RunAsync(
            new(new("bench"), sample.Plan!, sample.PlanHash!, sample.Lists!, story, story.Seed), journal, [], null, CancellationToken.None);
        return (journal, report);
    }

    private static async Task<double> MeasureAsync(string scenario, double baseline)
    {
        var best = double.MaxValue;
        DrillReport? report = null;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            (_, report) = await PlayAsync(scenario);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024;
        var ratio = baseline > 0 ? $"{best / baseline:F1}" : "1";
        Console.WriteLine($"| {scenario} | {report!.Households} | {report.Events} | {best:F2} | {ratio} | {memory} |");
        return best;
    }

    /// <summary>Where the scenarios stand.</summary>
    public static string Scenarios()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "ops", "scenarios")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("ops/scenarios is nowhere above the benchmark.");
        }

        return Path.Combine(folder, "ops", "scenarios");
    }
}

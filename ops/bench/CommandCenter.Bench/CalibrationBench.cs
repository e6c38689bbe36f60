using System.Collections.Immutable;
using System.Globalization;
using CommandCenter.Boards.Forecasts;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Plans;
using CommandCenter.Plans.Samples;
using CommandCenter.Simulation.Drills;
using CommandCenter.Simulation.Forecasts;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Bench;

/// <summary>
/// Thirty seeded days: how often reality fell within what was forecast at each hour, and how far off the median was.
/// Forecast with the story that is played, as in a drill, or with what the plan alone says, as on a day that nobody has written.
/// </summary>
internal static class CalibrationBench
{
    private const int Days = 30;
    private const int Runs = 400;
    private const long FirstSeed = 1000;

    public static async Task RunAsync(string scenarioName, bool plain)
    {
        var sample = SampleFolder.Read();
        var scenario = ScenarioFile.Read(Path.Combine(DrillBench.Scenarios(), $"{scenarioName}.yaml"), sample.Plan!, new Faults())!;
        var story = plain ? PlainStory.Of(sample.Plan!) : scenario;
        var days = new List<ImmutableArray<HourScore>>();
        for (var seed = FirstSeed; seed < FirstSeed + Days; seed++)
        {
            var setup = new DrillSetup(new("drill"), sample.Plan!, sample.PlanHash!, sample.Lists!, scenario, seed);
            days.Add(await JudgedDay.PlayAsync(setup, new MemoryJournal(new("drill"), EventRegistry.Default), story, Runs, CancellationToken.None));
        }

        Console.WriteLine($"\n{Days} days of {scenarioName}, {Runs} runs a forecast, {(plain ? "expecting what the plan says" : "knowing the story")}: within P10–P90, median distance from the median (bias)\n");
        Console.WriteLine("| hour | end of day | next wait | next call | sold out |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var hour in days.SelectMany(static d => d).GroupBy(static s => s.At).OrderBy(static g => g.Key))
        {
            Print(hour.Key.ToString("HH:mm", CultureInfo.InvariantCulture), hour);
        }

        Print("all", days.SelectMany(static d => d));
    }

    private static void Print(string name, IEnumerable<HourScore> scores)
    {
        var all = scores.ToList();
        Console.WriteLine(
            $"| {name} | {Cell(all, static s => s.End)} | {Cell(all, static s => s.Waits)} | {Cell(all, static s => s.Calls)} | {Cell(all, static s => s.SoldOut)} |");
    }

    private static string Cell(List<HourScore> scores, Func<HourScore, HitScore> part)
    {
        var sum = HitScore.Sum(scores.Select(part));
        return sum.Share is not { } share
            ? "–"
            : string.Create(CultureInfo.InvariantCulture, $"{share * 100:F0} % of {sum.Total}, {sum.OffSeconds / 60:F1} min ({sum.BiasSeconds / 60:+0.0;-0.0;0.0})");
    }
}

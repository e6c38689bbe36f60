using System.Collections.Immutable;
using CommandCenter.Boards.Forecasts;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Simulation.Forecasts;
using CommandCenter.Simulation.Tests.Drills;

namespace CommandCenter.Simulation.Tests.Forecasts;

/// <summary>Forecasts made on the way through seeded days, judged by those days; the thirty days of the bench in small.</summary>
public sealed class JudgedDayTests
{
    private const int Runs = 120;
    private static readonly long[] Seeds = [1, 2, 3];

    [Fact]
    public async Task Bands_ThreeSeededDays_HoldAboutEightOfTen()
    {
        var hours = new List<HourScore>();
        foreach (var seed in Seeds)
        {
            hours.AddRange(await PlayAsync(seed));
        }

        var (calls, waits) = (HitScore.Sum(hours.Select(static h => h.Calls)), HitScore.Sum(hours.Select(static h => h.Waits)));
        Assert.True(calls.Total > 500, $"only {calls.Total} calls were judged");
        Assert.True(calls.Share is > 0.65 and < 0.92, $"{calls.Share:P0} of the calls fell within");
        Assert.True(waits.Share is > 0.65 and < 0.95, $"{waits.Share:P0} of the waits fell within");
        Assert.True(Math.Abs(calls.BiasSeconds!.Value) < 90, $"calls came {calls.BiasSeconds} s later than the median");
        Assert.Equal(hours.Count, hours.Sum(static h => h.End.Total));
    }

    [Fact]
    public async Task Scores_SameSeed_AreTheSame()
    {
        var (first, second) = (await PlayAsync(1), await PlayAsync(1));
        Assert.Equal(first.Select(Figures), second.Select(Figures));
    }

    private static (DateTimeOffset, int, double?, int, double?) Figures(HourScore h) =>
        (h.At, h.Calls.Inside, h.Calls.OffSeconds, h.Waits.Inside, h.End.BiasSeconds);

    private static ValueTask<ImmutableArray<HourScore>> PlayAsync(long seed)
    {
        var sample = Sample.Operation(1);
        var story = Sample.Scenario("standard-day");
        return JudgedDay.PlayAsync(
            new(new("drill"), sample.Plan!, sample.PlanHash!, sample.Lists!, story, seed),
            new MemoryJournal(new("drill"), EventRegistry.Default), story, Runs, CancellationToken.None);
    }
}

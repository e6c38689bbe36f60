using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Simulation.Drills;

namespace CommandCenter.Simulation.Tests.Drills;

/// <summary>A person takes the post of a group's leader over, and gives it back: the day goes on either way.</summary>
public sealed class TakeoverTests
{
    private static readonly PostId Leader = new("order-leader");

    [Fact]
    public async Task Leader_HeldByAPersonAllDay_NothingIsDoneInThatPostAndTheDayEnds()
    {
        var (report, entries) = await PlayAsync(static _ => false);

        Assert.Equal(report.CheckedIn, report.Completed + report.GaveUp);
        Assert.DoesNotContain(entries, static e => e.Actor == Actor.Of(Leader));
        Assert.DoesNotContain(entries, static e => e.Event is RollCalled { Member.Value: "order-01" });
        Assert.True(entries.Count(static e => e.Event is RollCalled { Group.Value: "order" }) > 100);
        Assert.All(Owned(entries), raised => Assert.DoesNotContain(entries, e => e.Event is IncidentResolved resolved && resolved.Incident == raised.Incident));
    }

    [Fact]
    public async Task Leader_GivenBackInTheAfternoon_WhatWasLeftIsDoneThen()
    {
        var backAt = new DateTimeOffset(2026, 12, 5, 13, 0, 0, TimeSpan.FromHours(8));
        var (_, entries) = await PlayAsync(now => now >= backAt);

        Assert.Contains(Owned(entries), raised => entries.Single(e => e.Event == (object)raised).At < backAt);
        Assert.All(Owned(entries), raised => Assert.Contains(
            entries, e => e.Event is IncidentClosed closed && closed.Incident == raised.Incident && e.At > backAt));
        Assert.All(entries.Where(static e => e.Actor == Actor.Of(Leader)), e => Assert.True(e.At >= backAt));
        Assert.Contains(entries, static e => e.Event is RollCalled { Member.Value: "order-01" });
    }

    private static List<IncidentRaised> Owned(IEnumerable<JournalEntry> entries) =>
        [.. entries.Select(static e => e.Event).OfType<IncidentRaised>().Where(static e => e.Owner == new GroupId("order"))];

    private static async Task<(DrillReport Report, List<JournalEntry> Entries)> PlayAsync(Func<DateTimeOffset, bool> isPlayed)
    {
        var (sample, scenario) = (Sample.Operation(1), Sample.Scenario("standard-day"));
        var journal = new MemoryJournal(new("drill"), EventRegistry.Default);
        var watch = new Watch();
        var setup = new DrillSetup(new("drill"), sample.Plan!, sample.PlanHash!, sample.Lists!, scenario, scenario.Seed)
        {
            IsPlayed = post => post != Leader || isPlayed(watch.Now),
        };
        var report = await DrillRun.RunAsync(setup, journal, [watch], null, CancellationToken.None);
        var entries = new List<JournalEntry>();
        await foreach (var entry in journal.ReadAsync(0, CancellationToken.None))
        {
            entries.Add(entry);
        }

        return (report, entries);
    }

    /// <summary>Knows how late it is in the drill.</summary>
    private sealed class Watch : IFeedSubscriber
    {
        public DateTimeOffset Now { get; private set; }

        public void Apply(JournalEntry entry) => Now = entry.At;
    }
}

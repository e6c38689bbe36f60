using CommandCenter.Domain;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace CommandCenter.Grains.Tests;

/// <summary>What every grain may know, from entries that come by two ways: each grain's in their order, and the feed's in order of all.</summary>
public sealed class FrameFoldTests
{
    private static readonly DateTimeOffset At = new(2026, 12, 5, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Learn_ByGrainsAndByTheFeedInAnyOrder_GivesTheFrameOfThePlainFoldAndClaimsNoMore() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), Holds));

    private static bool Holds(int seed)
    {
        var random = new Random(seed);
        var entries = Journal(random, count: 30);
        var (fold, met, at, feed) = (new FrameFold(), new HashSet<long>(), entries.Select(static e => e.Grain).Distinct().ToDictionary(static g => g, static _ => 0), 0);
        while (feed < entries.Count)
        {
            var grain = at.Keys.ElementAt(random.Next(at.Count));
            var own = entries.Where(e => e.Grain == grain).Skip(at[grain]).FirstOrDefault();
            var entry = random.Next(2) == 0 || own is null ? entries[feed++] : own;
            at[grain] += entry == own ? 1 : 0;
            fold.Learn(entry);
            met.Add(entry.Sequence);

            // Nothing up to there is missing.
            Assert.All(Enumerable.Range(1, (int)fold.Now.Sequence), n => Assert.Contains(n, met));
            Assert.True(fold.Now.Sequence >= feed, $"The feed is at {feed}, the frame at {fold.Now.Sequence} (seed {seed}).");
        }

        var plain = entries.Aggregate(OperationFrame.Empty, static (f, e) => f.Apply(e.Event));
        Assert.Equal((plain.Mode, plain.Phase), (fold.Now.Frame.Mode, fold.Now.Frame.Phase));
        Assert.Equal(Roster(plain), Roster(fold.Now.Frame));
        Assert.Equal(entries.Count, fold.Now.Sequence);
        return true;
    }

    private static string Roster(OperationFrame frame) => string.Join(' ', Groups.Select(g => $"{g}:{frame.Duty.IsOnDuty(new(g), new("a"))}"));

    private static readonly string[] Groups = ["order", "medical"];

    private static List<JournalEntry> Journal(Random random, int count)
    {
        var entries = new List<JournalEntry>();
        for (var n = 1; n <= count; n++)
        {
            var group = Groups[random.Next(2)];
            (string Grain, IEvent Event) next = random.Next(7) switch
            {
                0 => ("operation/self", new OperationReady()),
                1 => ("operation/self", new OperationOpened(null, [])),
                2 => ("operation/self", new OperationSuspended("停", new("commander"))),
                3 => ("operation/self", new OperationResumed()),
                4 => ($"group/{group}", new MemberSignedIn(new(group), new("a"), At)),
                5 => ($"group/{group}", new MemberSignedOut(new(group), new("a"))),
                _ => ("case/c1", new CaseNoted(new("c1"), "x")),
            };
            var grain = GrainAddress.Parse(next.Grain);
            entries.Add(new(n, grain, 1 + entries.Count(e => e.Grain == grain), "x", default, next.Event, new("clerk"), new($"k{n}"), 0, null, At, At));
        }

        return entries;
    }
}

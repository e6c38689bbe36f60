using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.TestKit.Halls;

namespace CommandCenter.Grains.Tests.Invariants;

/// <summary>What must hold of a journal and of the answers that callers got, whatever happened.</summary>
internal static class EntryRules
{
    public static async Task<ImmutableArray<JournalEntry>> CheckAsync(
        IJournal journal, IEnumerable<(CommandId Command, CommandAnswer Answer)> answers)
    {
        var entries = ImmutableArray.CreateBuilder<JournalEntry>();
        await foreach (var entry in journal.ReadAsync(0, CancellationToken.None))
        {
            entries.Add(entry);
        }

        CheckGapless(entries);
        CheckCommands(entries, answers);
        CheckLedger(entries);
        return entries.ToImmutable();
    }

    private static void CheckGapless(IReadOnlyList<JournalEntry> entries)
    {
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(static n => (long)n), entries.Select(static e => e.Sequence));
        foreach (var grain in entries.GroupBy(static e => e.Grain))
        {
            Assert.Equal(Enumerable.Range(1, grain.Count()).Select(static n => (long)n), grain.Select(static e => e.Version));
        }
    }

    /// <summary>Each acknowledged command stands there once with all its events, in one piece; every repetition got the same answer.</summary>
    private static void CheckCommands(IReadOnlyList<JournalEntry> entries, IEnumerable<(CommandId Command, CommandAnswer Answer)> answers)
    {
        var written = entries.GroupBy(static e => e.Command).ToDictionary(static g => g.Key, static g => g.ToList());
        Assert.All(written.Values, static of =>
        {
            Assert.Equal(Enumerable.Range(0, of.Count), of.Select(static e => e.Ordinal));
            Assert.Equal(of.Count, (of[^1].Sequence - of[0].Sequence) + 1);
            Assert.Single(of.Select(static e => e.Grain).Distinct());
        });
        foreach (var command in answers.GroupBy(static a => a.Command))
        {
            var stored = written.GetValueOrDefault(command.Key, []).Select(static e => e.Sequence).ToList();
            Assert.Single(command, static a => !a.Answer.Repeated);
            Assert.Single(command.Select(static a => a.Answer.Rejection).Distinct());
            Assert.All(command, a => Assert.Equal(stored, a.Answer.Entries.Select(static e => e.Sequence)));
        }
    }

    private static void CheckLedger(IEnumerable<JournalEntry> entries)
    {
        var ledger = new Ledger(SmallHall.Plan);
        foreach (var entry in entries)
        {
            ledger.Apply(entry.Event);
        }
    }
}

using CommandCenter.Domain.Groups;
using CommandCenter.Journal;

namespace CommandCenter.Nodes.Tests;

/// <summary>What must hold of the one journal, whatever happened to the nodes.</summary>
internal static class JournalRules
{
    /// <summary>Checks it, and counts what was acknowledged and is not there, and what is there twice.</summary>
    public static (int Lost, int Doubled) Check(List<JournalEntry> entries, IEnumerable<(Given Given, Said Said)> acknowledged)
    {
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(static n => (long)n), entries.Select(static e => e.Sequence));
        foreach (var grain in entries.GroupBy(static e => e.Grain))
            Assert.Equal(Enumerable.Range(1, grain.Count()).Select(static n => (long)n), grain.Select(static e => e.Version));
        foreach (var command in entries.GroupBy(static e => e.Command))
            Assert.Equal(Enumerable.Range(0, command.Count()), command.Select(static e => e.Ordinal));

        var stored = entries.ToLookup(static e => e.Command.Value.Split(':')[^1]);
        var lost = acknowledged.Count(a => a.Said.Status == 200
            && !stored[a.Given.Key].Any(e => a.Said.Text.Contains($"\"sequence\":{e.Sequence},", StringComparison.Ordinal)));
        return (lost, Doubled(entries));
    }

    /// <summary>An incident has one order of its own, and an order becomes overdue once a level.</summary>
    private static int Doubled(List<JournalEntry> entries) =>
        entries.Select(static e => e.Event).OfType<AssignmentSent>().Where(static e => e.Incident is not null)
            .GroupBy(static e => e.Incident).Count(static g => g.Count() > 1)
        + entries.Select(static e => e.Event).OfType<AssignmentOverdue>()
            .GroupBy(static e => (e.Group, e.Assignment, e.Level)).Count(static g => g.Count() > 1);
}

using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;

namespace CommandCenter.Simulation.Drills;

/// <summary>What a journal says of the drill that is played on it.</summary>
/// <param name="Scenario">The name of the scenario.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Plan">The plan in force.</param>
/// <param name="Lists">Households and flats, in the order of the lists.</param>
/// <param name="Start">When the drill's clock began.</param>
/// <param name="IsOver">The drill was ended.</param>
public sealed record PlayedDrill(string Scenario, long Seed, Plan Plan, AllocationLists Lists, DateTimeOffset Start, bool IsOver)
{
    /// <summary>Reads it from the entries of a journal; null where no drill was set up, or the operation not wholly founded.</summary>
    public static PlayedDrill? Of(IReadOnlyList<JournalEntry> entries)
    {
        var (prepared, over) = ((DrillPrepared?)null, false);
        foreach (var entry in entries)
        {
            switch (entry.Event)
            {
                case DrillPrepared e: prepared = e; break;
                case DrillEnded: over = true; break;
                default: break;
            }
        }

        if (prepared is null || FoundedLists.Of(entries) is not { } founded)
        {
            return null;
        }

        return new(prepared.Scenario, prepared.Seed, founded.Plan, founded.Lists, entries[0].At, over);
    }
}

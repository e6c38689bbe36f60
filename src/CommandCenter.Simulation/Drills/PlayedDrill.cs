using System.Collections.Immutable;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
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
        var households = new Dictionary<HouseholdId, HouseholdEntry>();
        var (plan, frozen, units, order, prepared, over) = ((Plan?)null, (ListsFrozen?)null, (UnitsListed?)null, (DrawListFrozen?)null, (DrillPrepared?)null, false);
        foreach (var entry in entries)
        {
            switch (entry.Event)
            {
                case PlanAdopted e: plan = e.Plan; break;
                case ListsFrozen e: frozen = e; break;
                case HouseholdRegistered e: households[e.Entry.Id] = e.Entry; break;
                case UnitsListed e: units = e; break;
                case DrawListFrozen e: order = e; break;
                case DrillPrepared e: prepared = e; break;
                case DrillEnded: over = true; break;
                default: break;
            }
        }

        if (plan is null || frozen is null || units is null || order is null || prepared is null)
        {
            return null;
        }

        // The draw list has them in the order of the list; they registered in any order.
        var listed = order.Households.Select(id => households[id]).ToImmutableArray();
        var lists = new AllocationLists(listed, frozen.HouseholdsHash, units.Units, frozen.UnitsHash);
        return new(prepared.Scenario, prepared.Seed, plan, lists, entries[0].At, over);
    }
}

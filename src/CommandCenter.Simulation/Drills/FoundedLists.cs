using System.Collections.Immutable;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Privacy;
using CommandCenter.Journal;

namespace CommandCenter.Simulation.Drills;

/// <summary>The plan and the lists that an operation was founded on, read back from its journal.</summary>
/// <param name="Plan">The plan in force.</param>
/// <param name="PlanHash">Its hash.</param>
/// <param name="Lists">Households and flats, in the order of the lists.</param>
public sealed record FoundedLists(Plan Plan, string PlanHash, AllocationLists Lists)
{
    private const string NoIdTail = "****";

    /// <summary>Reads them; null where the operation was not wholly founded.</summary>
    public static FoundedLists? Of(IEnumerable<JournalEntry> entries)
    {
        var households = new Dictionary<HouseholdId, HouseholdEntry>();
        var (adopted, frozen, units, order) = ((PlanAdopted?)null, (ListsFrozen?)null, (UnitsListed?)null, (DrawListFrozen?)null);
        foreach (var entry in entries)
        {
            switch (entry.Event)
            {
                case PlanAdopted e: adopted = e; break;
                case ListsFrozen e: frozen = e; break;
                case HouseholdRegistered e: households[e.Entry.Id] = e.Entry; break;
                case UnitsListed e: units = e; break;
                case DrawListFrozen e: order = e; break;
                default: break;
            }
        }

        if (adopted is null || frozen is null || units is null || order is null)
        {
            return null;
        }

        // The draw list has them in the order of the list; they registered in any order.
        var listed = order.Households.Select(id => households[id]).ToImmutableArray();
        return new(adopted.Plan, adopted.Hash, new(listed, frozen.HouseholdsHash, units.Units, frozen.UnitsHash));
    }

    /// <summary>Households as a drill may have them: names masked, no characters of identity cards.</summary>
    public static ImmutableArray<HouseholdEntry> Masked(ImmutableArray<HouseholdEntry> households) =>
    [
        .. households.Select(static h => h with
        {
            Members = [.. h.Members.Select(static m => m with { Name = MaskedName.Of(m.Name), IdTail = NoIdTail })],
            Proxy = h.Proxy is { } proxy ? new(MaskedName.Of(proxy.Name), NoIdTail) : null,
        }),
    ];
}

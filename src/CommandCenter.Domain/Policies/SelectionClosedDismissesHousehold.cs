using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>
/// A household left the selection window → it may not choose any longer, and what was kept for it is free. Both ends of
/// the choice come from the household, so that the inventory hears of them in their order.
/// </summary>
public sealed class SelectionClosedDismissesHousehold : Policy<SelectionClosed>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(SelectionClosed e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Inventory, new DismissHousehold(e.Household, e.Window));
    }
}

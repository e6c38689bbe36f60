using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>A household at a selection window → it may choose within its band.</summary>
public sealed class SelectionOpenedAdmitsHousehold : Policy<SelectionOpened>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(SelectionOpened e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Inventory, new AdmitHousehold(e.Household, e.Window, e.MaskedName, e.Band));
    }
}

using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>A household at a selection window → it may choose within its band; with a flat already its own the window may complete.</summary>
public sealed class SelectionOpenedAdmitsHousehold : Policy<SelectionOpened>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(SelectionOpened e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Inventory, new AdmitHousehold(e.Household, e.Window, e.MaskedName, e.Band));
        if (e.Holds is [var unit, ..])
        {
            yield return new(GrainAddress.Of(e.Window), new SettleSelection(e.Household, unit));
        }
    }
}

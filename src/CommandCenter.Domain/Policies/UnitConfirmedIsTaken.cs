using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>A flat confirmed → it is the household's, with the worked difference; the window may complete.</summary>
public sealed class UnitConfirmedIsTaken : Policy<UnitConfirmed>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(UnitConfirmed e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Household), new TakeUnit(e.Unit));
        yield return new(GrainAddress.Of(e.Window), new SettleSelection(e.Household, e.Unit.Id));
    }
}

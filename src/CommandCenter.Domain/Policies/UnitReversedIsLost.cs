using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>A confirmation undone → the household chooses again; a window that still has it may not complete.</summary>
public sealed class UnitReversedIsLost : Policy<UnitReversed>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(UnitReversed e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Household), new LoseUnit(e.Unit, e.Reason));
        yield return new(GrainAddress.Of(e.Window), new UnsettleSelection(e.Household, e.Unit));
    }
}

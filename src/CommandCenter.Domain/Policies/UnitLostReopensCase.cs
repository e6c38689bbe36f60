using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>A confirmed flat undone → the matter of its difference, if it was answered by then, is open again.</summary>
public sealed class UnitLostReopensCase : Policy<UnitLost>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(UnitLost e, RecordedEvent recorded, Plan plan) =>
        [new(GrainAddress.Of(UnitTakenOpensCase.CaseOf(e.Household)), new ReopenCase(e.Reason))];
}

using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>A household that was done goes on again → the matter of its difference, answered with the old sum, is open again.</summary>
public sealed class JourneyReopenedReopensCase : Policy<SteppedBack>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(SteppedBack e, RecordedEvent recorded, Plan plan)
    {
        if (e.From is null)
        {
            yield return new(GrainAddress.Of(UnitTakenOpensCase.CaseOf(e.Household)), new ReopenCase(e.Reason));
        }
    }
}

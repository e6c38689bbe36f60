using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>A new check asks anew: what an earlier one confirmed does not stand for it.</summary>
public sealed class CommunicationCheckStartedWithdraws : Policy<CommunicationCheckStarted>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(CommunicationCheckStarted e, RecordedEvent recorded, Plan plan) =>
        Readiness.Items(plan).Contains(Readiness.Communication)
            ? [new(GrainAddress.Operation, new WithdrawReadiness(Readiness.Communication))]
            : [];
}

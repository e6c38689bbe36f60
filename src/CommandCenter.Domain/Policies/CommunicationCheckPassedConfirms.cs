using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>Every post answered in time: where the plan asks for it, that readiness item is confirmed.</summary>
public sealed class CommunicationCheckPassedConfirms : Policy<CommunicationCheckPassed>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(CommunicationCheckPassed e, RecordedEvent recorded, Plan plan) =>
        Readiness.Items(plan).Contains(Readiness.Communication)
            ? [new(GrainAddress.Operation, new ConfirmReadiness(Readiness.Communication))]
            : [];
}

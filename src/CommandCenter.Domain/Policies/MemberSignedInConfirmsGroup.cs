using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>A member signs in: the group answers the readiness check.</summary>
public sealed class MemberSignedInConfirmsGroup : Policy<MemberSignedIn>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(MemberSignedIn e, RecordedEvent recorded, Plan plan) =>
        [new(GrainAddress.Operation, new ConfirmReadiness($"group:{e.Group}"))];
}

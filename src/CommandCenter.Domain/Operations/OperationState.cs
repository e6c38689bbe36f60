using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Operations;

/// <summary>The state of <c>operation/self</c>.</summary>
/// <param name="Id">Null before it is founded.</param>
/// <param name="Phase">The phase now.</param>
/// <param name="Confirmed">Readiness items confirmed.</param>
/// <param name="SuspendedBy">Who suspended, while suspended.</param>
public sealed record OperationState(
    OperationId? Id, OperationPhase Phase, ImmutableHashSet<string> Confirmed, Actor? SuspendedBy)
{
    /// <summary>Before the first event.</summary>
    public static readonly OperationState Initial = new(null, OperationPhase.Preparing, [], null);
}

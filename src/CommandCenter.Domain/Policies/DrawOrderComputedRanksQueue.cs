using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>The order exists → selection has its ranks, and readiness its item.</summary>
public sealed class DrawOrderComputedRanksQueue : Policy<DrawOrderComputed>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(DrawOrderComputed e, RecordedEvent recorded, Plan plan)
    {
        foreach (var step in plan.Steps.Where(static s => s.Kind == ServiceKind.Selection))
        {
            yield return new(GrainAddress.Of(step.Id), new RankQueue(e.Order));
        }

        yield return new(GrainAddress.Operation, new ConfirmReadiness(Readiness.Order));
    }
}

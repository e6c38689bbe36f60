using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>A step complete → a ticket of the next.</summary>
public sealed class StepCompletedGetsNextTicket : Policy<StepCompleted>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(StepCompleted e, RecordedEvent recorded, Plan plan)
    {
        if (e.Next is { } next)
        {
            yield return new(GrainAddress.Of(next), new IssueTicket(e.Household, e.Priority));
        }
    }
}

using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>A side step may begin → a ticket there.</summary>
public sealed class VisitBeganGetsTicket : Policy<VisitBegan>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(VisitBegan e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Step), new IssueTicket(e.Household, e.Priority));
    }
}

using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>Back to an earlier step → the open tickets end, and a ticket there.</summary>
public sealed class SteppedBackGetsTicket : Policy<SteppedBack>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(SteppedBack e, RecordedEvent recorded, Plan plan)
    {
        foreach (var open in e.Ends)
        {
            yield return new(GrainAddress.Of(open.Step), new EndTicket(open.Ticket, e.Reason));
        }

        yield return new(GrainAddress.Of(e.To), new IssueTicket(e.Household, e.Priority));
    }
}

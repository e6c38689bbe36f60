using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>弃号 → the open tickets end.</summary>
public sealed class HouseholdGaveUpEndsTickets : Policy<HouseholdGaveUp>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(HouseholdGaveUp e, RecordedEvent recorded, Plan plan)
    {
        foreach (var open in e.Ends)
        {
            yield return new(GrainAddress.Of(open.Step), new EndTicket(open.Ticket, e.Reason));
        }
    }
}

using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>A call → the household is notified.</summary>
public sealed class TicketCalledNotifiesHousehold : Policy<TicketCalled>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketCalled e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Household), new Notify(e.Step, e.Ticket, e.Number, e.Window));
    }
}

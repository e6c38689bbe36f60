using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>Put aside at the window → held in the queue.</summary>
public sealed class TicketSetAsideHoldsTicket : Policy<TicketSetAside>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketSetAside e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Step), new HoldTicket(e.Ticket, e.Window, e.Reason));
    }
}

using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>Put aside at the window → held in the queue; a choice under way is over.</summary>
public sealed class TicketSetAsideHoldsTicket : Policy<TicketSetAside>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketSetAside e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Step), new HoldTicket(e.Ticket, e.Window, e.Reason));

        if (plan.FindStep(e.Step)?.Kind == ServiceKind.Selection)
        {
            yield return new(GrainAddress.Inventory, new DismissHousehold(e.Household, e.Window));
        }
    }
}

using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>A call → the window gets the ticket.</summary>
public sealed class TicketCalledSeatsAtWindow : Policy<TicketCalled>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketCalled e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Window), new SeatTicket(e.Ticket, e.Number, e.Step, e.Household, e.Priority));
    }
}

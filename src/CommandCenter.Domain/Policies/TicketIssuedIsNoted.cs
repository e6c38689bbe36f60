using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>A ticket → its household holds it.</summary>
public sealed class TicketIssuedIsNoted : Policy<TicketIssued>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketIssued e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Household), new NoteTicket(e.Step, e.Ticket, e.Number));
    }
}

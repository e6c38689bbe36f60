using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>A ticket came back → its household waits again.</summary>
public sealed class TicketReturnedIsNoted : Policy<TicketReturned>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketReturned e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Household), new NoteWaiting(e.Ticket));
    }
}

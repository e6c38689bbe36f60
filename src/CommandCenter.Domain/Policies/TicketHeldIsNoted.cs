using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>Held → the household waits, and goes to the side step that it wished for.</summary>
public sealed class TicketHeldIsNoted : Policy<TicketHeld>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketHeld e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Household), new NoteWaiting(e.Ticket));
    }
}

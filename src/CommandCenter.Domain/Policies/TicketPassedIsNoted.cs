using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>A pass → its household may report back.</summary>
public sealed class TicketPassedIsNoted : Policy<TicketPassed>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketPassed e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Household), new NotePass(e.Step, e.Ticket, e.Count));
    }
}

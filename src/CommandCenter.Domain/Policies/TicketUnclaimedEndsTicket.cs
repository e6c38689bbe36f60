using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>A ticket that its household no longer waits for → it ends.</summary>
public sealed class TicketUnclaimedEndsTicket : Policy<TicketUnclaimed>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketUnclaimed e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Step), new EndTicket(e.Ticket, "该户已离开或改办其他环节"));
    }
}

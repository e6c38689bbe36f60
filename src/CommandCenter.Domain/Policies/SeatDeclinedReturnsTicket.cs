using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>The window could not take the ticket → it waits at its old place.</summary>
public sealed class SeatDeclinedReturnsTicket : Policy<SeatDeclined>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(SeatDeclined e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Step), new ReturnTicket(e.Ticket, e.Window));
    }
}

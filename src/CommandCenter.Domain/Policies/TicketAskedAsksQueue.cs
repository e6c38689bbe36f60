using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>A window asks for one ticket → the queue of its step answers.</summary>
public sealed class TicketAskedAsksQueue : Policy<TicketAsked>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketAsked e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Step), new CallTicketTo(e.Window, e.Ticket, e.Reason, e.Held));
    }
}

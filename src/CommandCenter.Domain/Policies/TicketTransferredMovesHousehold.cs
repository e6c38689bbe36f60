using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>Sent to another step → the ticket is kept for a side step, and the household goes there.</summary>
public sealed class TicketTransferredMovesHousehold : Policy<TicketTransferred>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketTransferred e, RecordedEvent recorded, Plan plan)
    {
        if (plan.FindStep(e.To)?.Line == StepLine.Side)
        {
            yield return new(GrainAddress.Of(e.Step), new PutTicketAside(e.Ticket, e.Window, e.Reason));
        }

        yield return new(GrainAddress.Of(e.Household), new TransferTo(e.Step, e.Ticket, e.To, e.Reason));
    }
}

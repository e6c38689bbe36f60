using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>Service done → the ticket is closed, the step complete.</summary>
public sealed class ServiceCompletedClosesTicket : Policy<ServiceCompleted>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(ServiceCompleted e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Step), new CompleteTicket(e.Ticket, e.Window));
        yield return new(GrainAddress.Of(e.Household), new CompleteStep(e.Step, e.Ticket, e.Window, e.Outcome));
    }
}

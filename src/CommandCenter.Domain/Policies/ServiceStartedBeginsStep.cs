using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>Service began → the household is in the step.</summary>
public sealed class ServiceStartedBeginsStep : Policy<ServiceStarted>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(ServiceStarted e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Household), new BeginStep(e.Step, e.Ticket, e.Window));
    }
}

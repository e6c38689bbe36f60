using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>Back after a pass → the ticket waits again.</summary>
public sealed class HouseholdReportedBackRequeues : Policy<HouseholdReportedBack>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(HouseholdReportedBack e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Step), new RequeueTicket(e.Ticket));
    }
}

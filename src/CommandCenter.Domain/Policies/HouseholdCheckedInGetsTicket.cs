using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>签到 → a ticket of the first step.</summary>
public sealed class HouseholdCheckedInGetsTicket : Policy<HouseholdCheckedIn>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(HouseholdCheckedIn e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Next), new IssueTicket(e.Household, e.Priority));
    }
}

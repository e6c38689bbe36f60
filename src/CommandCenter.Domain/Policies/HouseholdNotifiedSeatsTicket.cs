using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>
/// A household knows of its call → the window gets the ticket. The household comes first, because it alone knows whether the
/// ticket is still the one that it goes by: so it is never called to two windows.
/// </summary>
public sealed class HouseholdNotifiedSeatsTicket : Policy<HouseholdNotified>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(HouseholdNotified e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Window), new SeatTicket(e.Ticket, e.Number, e.Step, e.Household, e.Priority));
    }
}

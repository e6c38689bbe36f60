using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>A ticket ended elsewhere → the window that had it is free, a choice under way is over.</summary>
public sealed class TicketEndedReleasesWindow : Policy<TicketEnded>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketEnded e, RecordedEvent recorded, Plan plan)
    {
        if (e.Window is { } window)
        {
            yield return new(GrainAddress.Of(window), new ReleaseWindow(e.Ticket));
            if (plan.FindStep(e.Step)?.Kind == ServiceKind.Selection)
            {
                yield return new(GrainAddress.Inventory, new DismissHousehold(e.Household, window));
            }
        }
    }
}

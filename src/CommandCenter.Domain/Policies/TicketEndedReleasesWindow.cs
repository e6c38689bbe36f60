using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>A ticket ended elsewhere → the window that had it is free.</summary>
public sealed class TicketEndedReleasesWindow : Policy<TicketEnded>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(TicketEnded e, RecordedEvent recorded, Plan plan)
    {
        if (e.Window is { } window)
        {
            yield return new(GrainAddress.Of(window), new ReleaseWindow(e.Ticket));
        }
    }
}

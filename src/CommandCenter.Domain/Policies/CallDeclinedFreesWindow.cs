using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>A call that cannot be had → the window is told.</summary>
public sealed class CallDeclinedFreesWindow : Policy<CallDeclined>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(CallDeclined e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Window), new DeclineAsk(e.Ticket, e.Code));
    }
}

using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>A window closes → its queue no longer counts on it.</summary>
public sealed class WindowClosedWithdraws : Policy<WindowClosed>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(WindowClosed e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Step), new WithdrawWindow(e.Window));
    }
}

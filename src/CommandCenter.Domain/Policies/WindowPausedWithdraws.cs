using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>A window pauses → its queue no longer counts on it.</summary>
public sealed class WindowPausedWithdraws : Policy<WindowPaused>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(WindowPaused e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Step), new WithdrawWindow(e.Window));
    }
}

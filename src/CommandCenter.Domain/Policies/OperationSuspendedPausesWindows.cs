using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>The day is suspended → every window pauses.</summary>
public sealed class OperationSuspendedPausesWindows : Policy<OperationSuspended>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(OperationSuspended e, RecordedEvent recorded, Plan plan)
    {
        foreach (var window in plan.Windows)
        {
            yield return new(GrainAddress.Of(window.Id), new SuspendWindow(e.Sentence));
        }
    }
}

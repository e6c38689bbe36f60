using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>The day goes on → the windows that paused for it open again.</summary>
public sealed class OperationResumedOpensWindows : Policy<OperationResumed>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(OperationResumed e, RecordedEvent recorded, Plan plan)
    {
        foreach (var window in plan.Windows)
        {
            yield return new(GrainAddress.Of(window.Id), new ResumeWindow());
        }
    }
}

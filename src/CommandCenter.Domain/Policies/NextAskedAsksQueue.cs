using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>A window asks for the next household → its queue answers.</summary>
public sealed class NextAskedAsksQueue : Policy<NextAsked>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(NextAsked e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Step), new CallNextTo(e.Window));
    }
}

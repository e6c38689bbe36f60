using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>A side step is done → the ticket put aside waits again.</summary>
public sealed class VisitEndedResumesTicket : Policy<VisitEnded>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(VisitEnded e, RecordedEvent recorded, Plan plan)
    {
        if (e is { Aside: { } ticket, AsideStep: { } step })
        {
            yield return new(GrainAddress.Of(step), new ResumeTicket(ticket));
        }
    }
}

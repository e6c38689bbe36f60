using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Policies;

/// <summary>A side step is wished → the waiting ticket is put aside.</summary>
public sealed class VisitWishedHoldsTicket : Policy<VisitWished>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(VisitWished e, RecordedEvent recorded, Plan plan)
    {
        if (e is { Aside: { } ticket, AsideStep: { } step })
        {
            yield return new(GrainAddress.Of(step), new PutTicketAside(ticket, null, $"{plan.FindStep(e.Step)?.Name.Zh}"));
        }
    }
}

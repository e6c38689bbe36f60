using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Policies;

/// <summary>Nobody came → the ticket is passed.</summary>
public sealed class NoShowPassesTicket : Policy<NoShow>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(NoShow e, RecordedEvent recorded, Plan plan)
    {
        yield return new(GrainAddress.Of(e.Step), new PassTicket(e.Ticket, e.Window));
    }
}

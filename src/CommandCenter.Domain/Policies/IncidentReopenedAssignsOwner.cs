using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>An incident is opened again: its owner gets an order again, named by the count of the group.</summary>
public sealed class IncidentReopenedAssignsOwner : Policy<IncidentReopened>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(IncidentReopened e, RecordedEvent recorded, Plan plan) =>
        [new(GrainAddress.Of(e.Owner), new Assign(null, "事件重新打开，请继续处置，详见事件。", e.ResolveBy, e.Incident, null))];
}

using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>An incident is part of another: its owner's order is done, the other's goes on.</summary>
public sealed class IncidentMergedEndsOrder : Policy<IncidentMerged>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(IncidentMerged e, RecordedEvent recorded, Plan plan) =>
        [new(GrainAddress.Of(e.Owner), new EndIncidentAssignments(e.Incident, "事件已并入另一事件，随该事件一并处置。"))];
}

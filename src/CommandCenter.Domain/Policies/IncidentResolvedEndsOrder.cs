using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>An incident is resolved: its owner's order is done. The outcome stays in the incident.</summary>
public sealed class IncidentResolvedEndsOrder : Policy<IncidentResolved>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(IncidentResolved e, RecordedEvent recorded, Plan plan) =>
        [new(GrainAddress.Of(e.Owner), new EndIncidentAssignments(e.Incident, "事件已解决，结果见事件。"))];
}

using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>An incident was none: its owner's order is done. The reason stays in the incident.</summary>
public sealed class IncidentFalseAlarmEndsOrder : Policy<IncidentFalseAlarm>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(IncidentFalseAlarm e, RecordedEvent recorded, Plan plan) =>
        [new(GrainAddress.Of(e.Owner), new EndIncidentAssignments(e.Incident, "事件为误报，详见事件。"))];
}

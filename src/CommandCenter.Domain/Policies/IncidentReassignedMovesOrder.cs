using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>An incident goes to another group: the order ends at the one and is given to the other.</summary>
public sealed class IncidentReassignedMovesOrder : Policy<IncidentReassigned>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(IncidentReassigned e, RecordedEvent recorded, Plan plan)
    {
        var to = plan.FindGroup(e.To)?.Name.Zh ?? e.To.Value;
        var answer = TextRule.Clip($"事件已移交{to}。", plan.Limits.MaxText);

        // The count of the group names the order: the incident may come back to a group that had it before.
        return
        [
            new(GrainAddress.Of(e.From), new EndIncidentAssignments(e.Incident, answer)),
            new(GrainAddress.Of(e.To), new Assign(null, "接手处置移交来的事件，详见事件。", e.ResolveBy, e.Incident, null)),
        ];
    }
}

using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>An incident is part of another: its owner's order is done, the other's goes on.</summary>
public sealed class IncidentMergedEndsOrder : Policy<IncidentMerged>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(IncidentMerged e, RecordedEvent recorded, Plan plan)
    {
        var answer = TextRule.Clip($"事件已并入 {e.Into}，随该事件一并处置。", plan.Limits.MaxText);
        return [new(GrainAddress.Of(e.Owner), new EndIncidentAssignments(e.Incident, answer))];
    }
}

using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>An incident is opened again: its owner gets an order again.</summary>
public sealed class IncidentReopenedAssignsOwner : Policy<IncidentReopened>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(IncidentReopened e, RecordedEvent recorded, Plan plan)
    {
        var text = TextRule.Clip($"事件重新处置：{e.Reason}", plan.Limits.MaxText);
        return [new(GrainAddress.Of(e.Owner), new Assign(null, text, e.ResolveBy, e.Incident, null))];
    }
}

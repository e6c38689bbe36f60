using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>
/// An incident is raised: its owner gets an order of the same id, with the playbook's checklist, due when it must be
/// resolved. What a confidential incident is about, its type and checklist included, stays in the incident, because more
/// people see a group's orders.
/// </summary>
public sealed class IncidentRaisedAssignsOwner : Policy<IncidentRaised>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(IncidentRaised e, RecordedEvent recorded, Plan plan)
    {
        var assign = new Assign(new AssignmentId(e.Incident.Value), Text(e, plan), e.ResolveBy, e.Incident, null);
        return [new(GrainAddress.Of(e.Owner), assign)];
    }

    private static string Text(IncidentRaised e, Plan plan)
    {
        var zone = plan.FindZone(e.Zone)?.Name.Zh ?? e.Zone.Value;
        if (e.Confidential)
        {
            return TextRule.Clip($"保密事件（{zone}）：内容保密，详见事件。", plan.Limits.MaxText);
        }

        var type = plan.FindPlaybook(e.Type)?.Name.Zh ?? e.Type.Value;
        var checklist = e.Checklist.Select(static (item, i) => $"\n{i + 1}. {item.Text.Zh}");
        return TextRule.Clip($"{type}（{zone}）：{e.Text}{string.Concat(checklist)}", plan.Limits.MaxText);
    }
}

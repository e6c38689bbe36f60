using CommandCenter.Boards.Incidents;
using CommandCenter.Boards.Site;

namespace CommandCenter.Boards.Groups;

/// <summary>A group's light, the same on the wall and in its leader's hand; what the colours mean stands at <see cref="SiteGroup"/>.</summary>
internal static class GroupLight
{
    /// <summary>The light of a group with the open incidents that it owns.</summary>
    public static Light Of(GroupFacts group, IReadOnlyCollection<IncidentFacts> owned)
    {
        var red = group.Members.All.Exists(static m => m.Missed == RollCallMiss.Red)
            || group.Assignments.All.Exists(static a => a.IsOverdue)
            || owned.Any(static i => i.EscalationLevel > 0);
        var amber = group.Late > 0
            || group.Assignments.All.Exists(static a => a.Stage == AssignmentStage.Refused)
            || owned.Any(static i => i.Stage == IncidentStage.Raised);
        return red ? Light.Red
            : amber ? Light.Amber
            : group.OnDuty > 0 ? Light.Green
            : Light.Grey;
    }
}

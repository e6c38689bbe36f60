using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Incidents;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Zones;

namespace CommandCenter.Boards.Site;

/// <summary>Shows the site: zones, groups, incidents, overdue orders.</summary>
internal sealed class SiteProjection(Day day, TopicTable table) : ISubscriber
{
    private readonly Topic _topic = table.Add(TopicNames.Site, () => Build(day));

    public void Subscribe(Subscriptions on) => on.Touch(
        _topic,
        typeof(PlanAdopted),
        typeof(MemberSignedIn), typeof(MemberSignedOut), typeof(RollCalled), typeof(RollMissed), typeof(LeadTaken),
        typeof(AssignmentSent), typeof(AssignmentAccepted), typeof(AssignmentRefused), typeof(AssignmentDone), typeof(AssignmentOverdue),
        typeof(IncidentRaised), typeof(IncidentAcknowledged), typeof(IncidentWoke), typeof(IncidentResponding), typeof(IncidentOnScene),
        typeof(IncidentReassigned), typeof(IncidentSeverityChanged), typeof(IncidentEscalated), typeof(IncidentMerged),
        typeof(IncidentFalseAlarm), typeof(IncidentResolved), typeof(IncidentClosed), typeof(IncidentReopened), typeof(ZoneStateSet));

    private static SiteBoard Build(Day day) => new()
    {
        Zones = [.. day.Plan.Zones.Select(z => SiteZones.Of(z, day))],
        Groups = [.. day.Plan.Groups.Select(g => Show(day.Groups.Peek(g.Id), day))],
        Incidents = IncidentLine.OpenOf(day, static _ => true),
        IncidentsRaised = day.Incidents.All.Count,
        ToReview = day.Incidents.All.Count(static i => i.Stage == IncidentStage.Resolved),
        OverdueOrders =
        [
            .. day.Groups.All
                .SelectMany(g => g.Assignments.All.Where(static a => a.IsOverdue).Select(a => Show(GroupOrder.Of(g.Id, a), day.IsConfidential(a))))
                .OrderBy(static o => o.Due),
        ],
        Responses = ResponseFigures.Of(day),
    };

    private static GroupOrder Show(GroupOrder order, bool confidential) =>
        confidential ? order with { Text = "内容保密 Confidential", Reply = null } : order;

    private static SiteGroup Show(GroupFacts group, Day day)
    {
        var owned = day.Incidents.All.Where(i => i.IsOpen && i.Owner == group.Id).ToList();
        return new(
            group.Id, group.Name, GroupLight.Of(group, owned), Lead(group), group.OnDuty, group.Late,
            group.Members.All.Count(static m => m.OnRoster), owned.Count, group.Assignments.All.Count(static a => a.IsOpen));
    }

    private static GroupPerson? Lead(GroupFacts group) =>
        group.Lead is { } lead ? new(lead, group.Members.Peek(lead).Name) : null;
}

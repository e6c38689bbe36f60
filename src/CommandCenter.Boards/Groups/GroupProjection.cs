using CommandCenter.Boards.Incidents;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Zones;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Groups;

/// <summary>Shows each task group.</summary>
internal sealed class GroupProjection(Day day, TopicTable table) : ISubscriber
{
    private const int DoneOrdersShown = 50;

    private readonly TopicFamily<GroupId> _topics = new(table, TopicNames.Of, id => Build(day, day.Groups.Peek(id)));

    public void Subscribe(Subscriptions on)
    {
        on.On<PlanAdopted>((e, entry) =>
        {
            foreach (var group in e.Plan.Groups)
            {
                _topics.Touch(group.Id, entry);
            }
        });
        on.On<MemberSignedIn>((e, entry) => _topics.Touch(e.Group, entry));
        on.On<MemberSignedOut>((e, entry) => _topics.Touch(e.Group, entry));
        on.On<RollCalled>((e, entry) => _topics.Touch(e.Group, entry));
        on.On<RollMissed>((e, entry) => _topics.Touch(e.Group, entry));
        on.On<LeadOffered>((e, entry) => _topics.Touch(e.Group, entry));
        on.On<LeadTaken>((e, entry) => _topics.Touch(e.Group, entry));
        on.On<AssignmentSent>((e, entry) => _topics.Touch(e.Group, entry));
        on.On<AssignmentAccepted>((e, entry) => _topics.Touch(e.Group, entry));
        on.On<AssignmentRefused>((e, entry) => _topics.Touch(e.Group, entry));
        on.On<AssignmentDone>((e, entry) => _topics.Touch(e.Group, entry));
        on.On<AssignmentOverdue>((e, entry) => _topics.Touch(e.Group, entry));
        on.On<ZoneStateSet>((e, entry) =>
        {
            foreach (var group in day.Plan.Groups.Where(g => g.Zones.Contains(e.Zone)))
            {
                _topics.Touch(group.Id, entry);
            }
        });
        SubscribeIncidents(on);
    }

    private void SubscribeIncidents(Subscriptions on)
    {
        on.On<IncidentRaised>((e, entry) => _topics.Touch(e.Owner, entry));
        on.On<IncidentReassigned>((e, entry) =>
        {
            _topics.Touch(e.From, entry);
            _topics.Touch(e.To, entry);
        });
        on.On<IncidentAcknowledged>((e, entry) => TouchOwner(e.Incident, entry));
        on.On<IncidentWoke>((e, entry) => TouchOwner(e.Incident, entry));
        on.On<IncidentResponding>((e, entry) => TouchOwner(e.Incident, entry));
        on.On<IncidentOnScene>((e, entry) => TouchOwner(e.Incident, entry));
        on.On<IncidentSeverityChanged>((e, entry) => TouchOwner(e.Incident, entry));
        on.On<IncidentEscalated>((e, entry) => TouchOwner(e.Incident, entry));
        on.On<IncidentMerged>((e, entry) => TouchOwner(e.Incident, entry));
        on.On<IncidentFalseAlarm>((e, entry) => TouchOwner(e.Incident, entry));
        on.On<IncidentResolved>((e, entry) => TouchOwner(e.Incident, entry));
        on.On<IncidentClosed>((e, entry) => TouchOwner(e.Incident, entry));
        on.On<IncidentReopened>((e, entry) => TouchOwner(e.Incident, entry));
    }

    private void TouchOwner(IncidentId incident, JournalEntry entry)
    {
        if (day.Incidents.Peek(incident).Owner is { } owner)
        {
            _topics.Touch(owner, entry);
        }
    }

    private static GroupBoard Build(Day day, GroupFacts group) => new()
    {
        Group = group.Id,
        Name = group.Name,
        Light = GroupLight.Of(group, [.. day.Incidents.All.Where(i => i.IsOpen && i.Owner == group.Id)]),
        Lead = Person(group, group.Lead),
        Deputy = Person(group, group.Deputy),
        Offered = Person(group, group.Offered),
        Zones = day.Plan.FindGroup(group.Id) is { } plan ? [.. plan.Zones.Select(z => Zone(day, z))] : [],
        Roster = group.Members.All.Count(static m => m.OnRoster),
        OnDuty = group.OnDuty,
        Late = group.Late,
        Members =
        [
            .. group.Members.All.Select(m => new DutyMember(
                m.Id, m.Name, m.Since, m.Zone is { } zone ? Zone(day, zone) : null, m.ReportedAt, m.NextReport, m.Missed)),
        ],
        Orders =
        [
            .. group.Assignments.All.Where(static a => a.Stage != AssignmentStage.Done).OrderBy(static a => a.Due).Select(a => GroupOrder.Of(group.Id, a)),
            .. group.Assignments.All
                .Where(static a => a.Stage == AssignmentStage.Done)
                .OrderByDescending(static a => a.EndedAt)
                .Take(DoneOrdersShown)
                .Select(a => GroupOrder.Of(group.Id, a)),
        ],
        Incidents = IncidentLine.OpenOf(day, i => i.Owner == group.Id),
    };

    private static GroupPerson? Person(GroupFacts group, MemberId? member) =>
        member is { } id ? new(id, group.Members.Peek(id).Name) : null;

    private static GroupZone Zone(Day day, ZoneId zone)
    {
        var facts = day.Zones.Peek(zone);
        return new(zone, day.Plan.FindZone(zone)?.Name ?? new(zone.Value, zone.Value), facts.State, facts.Reason);
    }
}

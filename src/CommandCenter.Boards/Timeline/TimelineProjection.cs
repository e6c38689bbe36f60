using System.Globalization;
using System.Text.Json;
using CommandCenter.Boards.Incidents;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;
using CommandCenter.Domain.Zones;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Timeline;

/// <summary>Keeps and shows the newest notable events.</summary>
internal sealed class TimelineProjection : ISubscriber
{
    private const int Kept = 200;

    private static readonly Label Confidentially = new("内容保密", "Confidential");

    private readonly Day _day;
    private readonly Topic _topic;
    private readonly Queue<TimelineEntry> _entries = new(Kept + 1);

    public TimelineProjection(Day day, TopicTable table)
    {
        _day = day;
        _topic = table.Add(TopicNames.Timeline, () => new TimelineBoard([.. _entries.Reverse()]));
    }

    public void Subscribe(Subscriptions on)
    {
        SubscribeDay(on);
        SubscribeLine(on);
        SubscribeUnits(on);
        SubscribeGroups(on);
        SubscribeIncidents(on);
        SubscribeCasesAndDrill(on);
    }

    private void SubscribeDay(Subscriptions on)
    {
        on.On<OperationReady>((_, entry) => Add(entry, TimelineKind.Ready));
        on.On<OperationOpened>((e, entry) =>
        {
            if (e.Override is null)
            {
                Add(entry, TimelineKind.Opened);
            }
            else
            {
                Add(entry, TimelineKind.OpenedWithOverride, Of(e.OpenItems.Length), Of(e.Override));
            }
        });
        on.On<CommunicationCheckPassed>((_, entry) => Add(entry, TimelineKind.CommunicationPassed));
        on.On<CommunicationCheckEnded>((e, entry) => Add(entry, TimelineKind.CommunicationSilent, Of(e.Silent.Length)));
        on.On<OperationSuspended>((e, entry) => Add(entry, TimelineKind.Suspended, Of(e.Sentence)));
        on.On<OperationResumed>((_, entry) => Add(entry, TimelineKind.Resumed));
        on.On<OperationClosing>((_, entry) => Add(entry, TimelineKind.Closing));
        on.On<OperationClosed>((_, entry) => Add(entry, TimelineKind.Closed));
        on.On<DrawOrderRecorded>((e, entry) => Add(entry, TimelineKind.OrderPublished, Of(e.Order.Length), Of(e.Evidence)));
        on.On<DrawOrderComputed>((e, entry) => Add(entry, TimelineKind.OrderPublished, Of(e.Order.Length), Of(e.Evidence)));
        on.On<MeetingHeld>((e, entry) => Add(entry, TimelineKind.MeetingHeld, Of(e.Decisions.Length), Of(e.Suggestions.Length)));
    }

    private void SubscribeLine(Subscriptions on)
    {
        on.On<WindowPaused>((e, entry) =>
        {
            if (!e.BySuspension)
            {
                Add(entry, TimelineKind.WindowPaused, _day.Windows.Peek(e.Window).Name, Of(e.Reason));
            }
        });
        on.On<TicketCalled>((e, entry) =>
        {
            if (e.Kind == CallKind.OutOfOrder)
            {
                Add(entry, TimelineKind.CalledOutOfOrder, Of(e.Number), _day.Windows.Peek(e.Window).Name, Of(e.Reason ?? string.Empty));
            }
        });
        on.On<TicketPassed>((e, entry) =>
        {
            if (e.EndOfDay)
            {
                Add(entry, TimelineKind.EndOfDay, Of(e.Household), _day.Queues.Peek(e.Step).Name);
            }
        });
        on.On<SteppedBack>((e, entry) =>
            Add(entry, TimelineKind.SteppedBack, Of(e.Household), _day.Queues.Peek(e.To).Name, Of(e.Reason)));
        on.On<SelectionDeclined>((e, entry) => Add(entry, TimelineKind.Declined, Of(e.Household), Of(e.Reason)));
        on.On<HouseholdGaveUp>((e, entry) => Add(entry, TimelineKind.GaveUp, Of(e.Household), Of(e.Reason)));
    }

    private void SubscribeUnits(Subscriptions on)
    {
        on.On<UnitWithdrawn>((e, entry) => Add(entry, TimelineKind.UnitWithdrawn, Of(e.Unit.Value), Of(e.Reason)));
        on.On<UnitReturned>((e, entry) => Add(entry, TimelineKind.UnitReturned, Of(e.Unit.Value)));
        on.On<ReversalProposed>((e, entry) => Add(entry, TimelineKind.ReversalProposed, Of(e.Unit.Value), Of(e.Reason)));
        on.On<UnitReversed>((e, entry) => Add(entry, TimelineKind.UnitReversed, Of(e.Unit.Value), Of(e.Reason)));
    }

    private void SubscribeGroups(Subscriptions on)
    {
        on.On<RollMissed>((e, entry) =>
        {
            if (e.Red)
            {
                Add(entry, TimelineKind.RollMissed, Name(e.Group), Name(e.Group, e.Member));
            }
        });
        on.On<LeadTaken>((e, entry) => Add(entry, TimelineKind.LeadTaken, Name(e.Group), Name(e.Group, e.Lead)));
        on.On<AssignmentRefused>((e, entry) =>
            Add(entry, TimelineKind.OrderRefused, Name(e.Group), Text(e.Group, e.Assignment), IsConfidential(e.Group, e.Assignment) ? Confidentially : Of(e.Reason)));
        on.On<ZoneStateSet>((e, entry) => Add(
            entry, TimelineKind.ZoneStateSet, IncidentLine.ZoneOf(_day.Plan, e.Zone), Of(JsonNamingPolicy.CamelCase.ConvertName($"{e.State}")), Of(e.Reason ?? string.Empty)));
        on.On<AssignmentOverdue>((e, entry) =>
            Add(entry, TimelineKind.OrderOverdue, Name(e.Group), Text(e.Group, e.Assignment), Of(e.Level)));
    }

    private void SubscribeIncidents(Subscriptions on)
    {
        on.On<IncidentRaised>((e, entry) => AddIncident(entry, TimelineKind.IncidentRaised, e.Incident, Of(e.Severity)));
        on.On<IncidentEscalated>((e, entry) => AddIncident(entry, Missed(e.Clock), e.Incident, Told(e.To)));
        on.On<IncidentSeverityChanged>((e, entry) =>
            AddIncident(entry, TimelineKind.IncidentSeverityChanged, e.Incident, Of(e.From), Of(e.To)));
        on.On<IncidentMerged>((e, entry) => AddIncident(entry, TimelineKind.IncidentMerged, e.Incident, Of(e.Into.Value)));
        on.On<IncidentFalseAlarm>((e, entry) => AddIncident(entry, TimelineKind.IncidentFalseAlarm, e.Incident));
        on.On<IncidentResolved>((e, entry) => AddIncident(entry, TimelineKind.IncidentResolved, e.Incident));
        on.On<IncidentReopened>((e, entry) => AddIncident(entry, TimelineKind.IncidentReopened, e.Incident));
    }

    private void SubscribeCasesAndDrill(Subscriptions on)
    {
        on.On<CaseOverdue>((e, entry) => Add(
            entry, TimelineKind.CaseOverdue, Of(e.Case.Value), Told(e.To.Value)));
        on.On<CaseReopened>((e, entry) => Add(entry, TimelineKind.CaseReopened, Of(e.Case.Value), Of(e.Reason)));
        on.On<DrillStarted>((_, entry) => Add(entry, TimelineKind.DrillStarted));
        on.On<DrillPaused>((_, entry) => Add(entry, TimelineKind.DrillPaused));
        on.On<DrillResumed>((_, entry) => Add(entry, TimelineKind.DrillResumed));
        on.On<DrillEnded>((_, entry) => Add(entry, TimelineKind.DrillEnded));
        on.On<InjectDelivered>((e, entry) => Add(entry, TimelineKind.InjectDelivered, IsConfidential(e.Inject) ? Confidentially : Of(e.Inject.Text)));
    }

    private void AddIncident(JournalEntry entry, TimelineKind kind, IncidentId id, params ReadOnlySpan<Label> more)
    {
        if (_day.Incidents.Peek(id).Raised is { } raised)
        {
            Add(entry, kind, [IncidentLine.TypeOf(_day.Plan, raised), IncidentLine.ZoneOf(_day.Plan, raised.Zone), .. more]);
        }
    }

    private void Add(JournalEntry entry, TimelineKind kind, params ReadOnlySpan<Label> arguments)
    {
        _entries.Enqueue(new(entry.Sequence, entry.At, kind, [.. arguments], entry.Grain.ToString(), _day.Who(entry.Actor.Value)));
        if (_entries.Count > Kept)
        {
            _entries.Dequeue();
        }

        _topic.Touch(entry);
    }

    private static TimelineKind Missed(IncidentClock clock) => clock switch
    {
        IncidentClock.Acknowledge => TimelineKind.IncidentNotAcknowledged,
        IncidentClock.Reach => TimelineKind.IncidentNotReached,
        _ => TimelineKind.IncidentNotResolved,
    };

    private static Label Of(string text) => new(text, text);

    private static Label Of(int number) => Of(number.ToString(CultureInfo.InvariantCulture));

    private Label Of(HouseholdId household) => Of(_day.Households.Peek(household).Number);

    /// <summary>Who has been told; empty where nobody could be.</summary>
    private Label Told(string post) => _day.Told(post)?.Name ?? Of(post);

    private Label Name(GroupId group) => _day.Groups.Peek(group).Name;

    private Label Name(GroupId group, MemberId member) => Of(_day.Groups.Peek(group).Members.Peek(member).Name);

    private Label Text(GroupId group, AssignmentId assignment) =>
        IsConfidential(group, assignment) ? Confidentially : Of(_day.Groups.Peek(group).Assignments.Peek(assignment).Text);

    private bool IsConfidential(GroupId group, AssignmentId assignment) =>
        _day.IsConfidential(_day.Groups.Peek(group).Assignments.Peek(assignment));

    private bool IsConfidential(Inject inject) =>
        inject.Incident is { } incident && _day.Plan.FindPlaybook(incident.Type) is { Confidential: true };
}

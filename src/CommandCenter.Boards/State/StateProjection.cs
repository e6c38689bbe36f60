using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Units;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;

namespace CommandCenter.Boards.State;

/// <summary>Shows the day at a glance.</summary>
internal sealed class StateProjection : ISubscriber
{
    private const long QuarterTicks = 15 * TimeSpan.TicksPerMinute;

    private readonly Day _day;
    private readonly Topic _topic;
    private readonly SortedDictionary<DateTimeOffset, QuarterHour> _quarters = [];

    public StateProjection(Day day, TopicTable table)
    {
        _day = day;
        _topic = table.Add(TopicNames.State, Build);
    }

    public void Subscribe(Subscriptions on)
    {
        on.On<HouseholdCheckedIn>((_, entry) => Count(entry, static q => q with { Arrivals = q.Arrivals + 1 }));
        on.On<JourneyCompleted>((_, entry) => Count(entry, static q => q with { Completions = q.Completions + 1 }));
        on.Touch(
            _topic,
            typeof(OperationCreated), typeof(PlanAdopted), typeof(ListsFrozen), typeof(ReadinessConfirmed), typeof(ReadinessWithdrawn), typeof(OperationReady),
            typeof(OperationOpened), typeof(OperationSuspended), typeof(OperationResumed), typeof(OperationClosing), typeof(OperationClosed),
            typeof(DrawOrderRecorded), typeof(DrawOrderComputed),
            typeof(TicketIssued), typeof(TicketCalled), typeof(TicketReturned), typeof(TicketPassed), typeof(TicketRequeued),
            typeof(TicketHeld), typeof(TicketResumed), typeof(TicketCompleted), typeof(TicketEnded), typeof(ServiceStarted),
            typeof(UnitTaken), typeof(UnitLost), typeof(SelectionDeclined), typeof(SteppedBack), typeof(HouseholdGaveUp),
            typeof(UnitsListed), typeof(UnitReserved), typeof(UnitReleased), typeof(UnitConfirmed), typeof(UnitWithdrawn),
            typeof(UnitReturned), typeof(UnitReversed),
            typeof(AssignmentAccepted), typeof(AssignmentRefused), typeof(AssignmentDone), typeof(AssignmentOverdue),
            typeof(IncidentRaised), typeof(IncidentSeverityChanged), typeof(IncidentMerged), typeof(IncidentFalseAlarm),
            typeof(IncidentResolved), typeof(IncidentClosed), typeof(IncidentReopened),
            typeof(CaseInterimReplied), typeof(CaseAnswered), typeof(CaseReopened), typeof(CaseOverdue));
    }

    private void Count(JournalEntry entry, Func<QuarterHour, QuarterHour> count)
    {
        var start = new DateTimeOffset(entry.At.Ticks - (entry.At.Ticks % QuarterTicks), entry.At.Offset);
        _quarters[start] = count(_quarters.GetValueOrDefault(start) ?? new(start, 0, 0));
        _topic.Touch(entry);
    }

    private StateBoard Build()
    {
        var operation = _day.Operation;
        var households = _day.Households.All;
        var units = UnitTotals.Of(_day.Stock.Listed.Select(static u => u.Facts));
        return new()
        {
            Operation = operation.Id,
            Name = operation.Plan.Name,
            Mode = operation.Mode,
            TimeZone = operation.Plan.TimeZone,
            Phase = operation.Phase,
            PhaseSince = operation.PhaseSince,
            Sentence = operation.Sentence,
            SuspendedBy = operation.SuspendedBy,
            Opens = operation.Plan.Opens,
            Closes = operation.Plan.Closes,
            OpenedAt = operation.OpenedAt,
            Households = operation.Households,
            People = operation.People,
            CheckedIn = households.Count(static h => h.CheckedInAt is not null),
            PeoplePresent = households.Sum(static h => h.IsHere ? h.PeopleCame : 0),
            Waiting = Tickets(TicketStanding.Waiting),
            Called = Tickets(TicketStanding.Called),
            InService = Tickets(TicketStanding.InService),
            Held = Tickets(TicketStanding.Held),
            Passed = Tickets(TicketStanding.Passed),
            PassesTotal = _day.Queues.All.Sum(static q => q.Passes),
            EndOfDay = _day.Queues.All.Sum(static q => q.Open.Values.Count(static t => t.EndOfDay)),
            Selected = households.Count(static h => h.HasSelected),
            Done = households.Count(static h => h.DoneAt is not null),
            GaveUp = households.Count(static h => h.GaveUpAt is not null),
            UnitsLeft = units.Left,
            UnitsTotal = units.Total,
            Reserved = units.Reserved,
            OrderPublishedAt = operation.OrderPublishedAt,
            Readiness = ReadinessStates.Of(operation),
            OpenIncidents = [.. Enumerable.Range(1, 4).Select(s => _day.Incidents.All.Count(i => i.IsOpen && i.Severity == s))],
            IncidentsRaised = _day.Incidents.All.Count,
            OverdueAssignments = _day.Groups.All.Sum(static g => g.Assignments.All.Count(static a => a.IsOverdue)),
            OverdueCases = _day.Cases.All.Count(static c => c.IsOverdue),
            Quarters = [.. _quarters.Values],
        };
    }

    private int Tickets(TicketStanding standing) => _day.Queues.All.Sum(q => q.Count(standing));
}

using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Findings;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Reports;

/// <summary>Shows the report of each day and of all days.</summary>
internal sealed class ReportProjection : ISubscriber
{
    private static readonly Type[] Concerned =
    [
        typeof(OperationCreated), typeof(PlanAdopted),
        typeof(AssignmentSent), typeof(AssignmentAccepted), typeof(AssignmentRefused), typeof(AssignmentDone), typeof(AssignmentOverdue),
        typeof(CaseRegistered), typeof(CaseAssigned), typeof(CaseInterimReplied), typeof(CaseAnswered), typeof(CaseReopened), typeof(CaseOverdue),
        typeof(IncidentRaised), typeof(IncidentReassigned), typeof(IncidentSeverityChanged), typeof(IncidentEscalated), typeof(IncidentMerged),
        typeof(IncidentFalseAlarm), typeof(IncidentResolved), typeof(IncidentReopened),
        typeof(HouseholdCheckedIn), typeof(ServiceCompleted), typeof(UnitConfirmed), typeof(SelectionDeclined), typeof(JourneyCompleted),
        typeof(HouseholdGaveUp), typeof(TicketPassed), typeof(TicketCalled), typeof(UnitReversed), typeof(OperationSuspended), typeof(MeetingHeld),
        typeof(FindingRecorded),
    ];

    private readonly Day _day;
    private readonly Topic _all;
    private readonly TopicTable _table;
    private readonly SortedDictionary<DateOnly, Topic> _days = [];

    public ReportProjection(Day day, TopicTable table)
    {
        (_day, _table) = (day, table);
        _all = table.Add(TopicNames.Report, Build);
    }

    public void Subscribe(Subscriptions on) => on.Each(Concerned, Touch);

    // What is promised on one day may be kept on the next: an operation lasts a few days, and all of them are looked at again.
    private void Touch(JournalEntry entry)
    {
        var date = _day.Reports.DateOf(entry.At);
        if (entry.Event is not (OperationCreated or PlanAdopted) && !_days.ContainsKey(date))
        {
            _days.Add(date, _table.Add(TopicNames.OfReport(date), () => DayReports.Of(date, _day)));
        }

        _all.Touch(entry);
        foreach (var topic in _days.Values)
        {
            topic.Touch(entry);
        }
    }

    private ReportBoard Build()
    {
        var days = _days.Keys.Select(date => DayReports.Of(date, _day)).ToList();
        return new(_day.Plan.Name, _day.Operation.Mode, _day.Operation.PlanHash, [.. days], DayReports.Together([.. days], _day));
    }
}

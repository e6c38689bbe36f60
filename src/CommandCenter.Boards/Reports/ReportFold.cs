using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Findings;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Reports;

/// <summary>Keeps what was promised, done and late, and the figures of each day, each with the entries behind it.</summary>
internal sealed class ReportFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on)
    {
        SubscribeOrders(on);
        SubscribeCases(on);
        SubscribeIncidents(on);
        SubscribeFigures(on);
    }

    private void SubscribeOrders(Subscriptions on)
    {
        on.On<AssignmentSent>((e, entry) =>
        {
            var promise = Make(e.Meeting is null ? PromiseKind.Order : PromiseKind.Decision, Order(e.Group, e.Assignment), entry);
            (promise.Due, promise.Group) = (e.Due, e.Group);
        });
        on.On<AssignmentOverdue>((e, entry) => Miss(PromiseKind.Order, Order(e.Group, e.Assignment), entry));
        on.On<AssignmentDone>((e, entry) => Keep(PromiseKind.Order, Order(e.Group, e.Assignment), entry));
    }

    private void SubscribeCases(Subscriptions on)
    {
        on.On<CaseRegistered>((e, entry) =>
        {
            var promise = Make(PromiseKind.Case, Case(e.Case), entry);
            (promise.Due, promise.Post) = (e.Due, e.Responsible);
        });
        on.On<CaseAssigned>((e, _) => Change(PromiseKind.Case, Case(e.Case), p => p.Post = e.Responsible));
        on.On<CaseInterimReplied>((e, _) => Change(PromiseKind.Case, Case(e.Case), p => p.Due = e.Next));
        on.On<CaseOverdue>((e, entry) => Miss(PromiseKind.Case, Case(e.Case), entry));
        on.On<CaseAnswered>((e, entry) => Keep(PromiseKind.Case, Case(e.Case), entry));
        on.On<CaseReopened>((e, entry) =>
        {
            var promise = Make(PromiseKind.Case, Case(e.Case), entry);
            (promise.Due, promise.Post) = (e.Due, day.Cases.Peek(e.Case).Responsible);
        });
    }

    private void SubscribeIncidents(Subscriptions on)
    {
        on.On<IncidentRaised>((e, entry) =>
        {
            var promise = Make(PromiseKind.Incident, Incident(e.Incident), entry);
            (promise.Due, promise.Group) = (e.ResolveBy, e.Owner);
        });
        on.On<IncidentReassigned>((e, _) => Change(PromiseKind.Incident, Incident(e.Incident), p => (p.Group, p.Due) = (e.To, e.ResolveBy)));
        on.On<IncidentSeverityChanged>((e, _) => Change(PromiseKind.Incident, Incident(e.Incident), p => p.Due = e.ResolveBy));
        on.On<IncidentEscalated>((e, entry) => Miss(PromiseKind.Incident, Incident(e.Incident), entry));
        on.On<IncidentMerged>((e, entry) => Keep(PromiseKind.Incident, Incident(e.Incident), entry));
        on.On<IncidentFalseAlarm>((e, entry) => Keep(PromiseKind.Incident, Incident(e.Incident), entry));
        on.On<IncidentResolved>((e, entry) => Keep(PromiseKind.Incident, Incident(e.Incident), entry));
        on.On<IncidentReopened>((e, entry) =>
        {
            var promise = Make(PromiseKind.Incident, Incident(e.Incident), entry);
            (promise.Due, promise.Group) = (e.ResolveBy, e.Owner);
        });
    }

    private void SubscribeFigures(Subscriptions on)
    {
        on.On<HouseholdCheckedIn>((_, entry) => Count(FigureKind.CheckedIn, entry));
        on.On<ServiceCompleted>((_, entry) => Count(FigureKind.Served, entry));
        on.On<UnitConfirmed>((_, entry) => Count(FigureKind.UnitsConfirmed, entry));
        on.On<SelectionDeclined>((_, entry) => Count(FigureKind.Declined, entry));
        on.On<JourneyCompleted>((_, entry) => Count(FigureKind.Done, entry));
        on.On<HouseholdGaveUp>((_, entry) => Count(FigureKind.GaveUp, entry));
        on.On<TicketPassed>((_, entry) => Count(FigureKind.Passed, entry));
        on.On<TicketCalled>((e, entry) =>
        {
            if (e.Kind is CallKind.Priority or CallKind.OutOfOrder)
            {
                Count(e.Kind == CallKind.Priority ? FigureKind.PriorityCalls : FigureKind.OutOfOrderCalls, entry);
            }
        });
        on.On<UnitReversed>((_, entry) => Count(FigureKind.Reversed, entry));
        on.On<OperationSuspended>((_, entry) => Count(FigureKind.Suspended, entry));
        on.On<MeetingHeld>((_, entry) => Count(FigureKind.Meetings, entry));
        on.On<FindingRecorded>((_, entry) => Count(FigureKind.Findings, entry));
    }

    private static string Order(GroupId group, AssignmentId order) => $"{group}/{order}";

    private static string Case(CaseId matter) => matter.Value;

    private static string Incident(IncidentId incident) => incident.Value;

    private Promise Make(PromiseKind kind, string subject, JournalEntry entry)
    {
        var promise = new Promise(kind, subject, day.Reports.MomentOf(entry));
        day.Reports.Add(promise);
        return promise;
    }

    private void Miss(PromiseKind kind, string subject, JournalEntry entry) => Change(kind, subject, p => p.Late ??= day.Reports.MomentOf(entry));

    private void Keep(PromiseKind kind, string subject, JournalEntry entry) => Change(kind, subject, p => p.Kept ??= day.Reports.MomentOf(entry));

    private void Change(PromiseKind kind, string subject, Action<Promise> change)
    {
        if (day.Reports.Find(kind, subject) is { } promise)
        {
            change(promise);
        }
    }

    private void Count(FigureKind kind, JournalEntry entry) => day.Reports.Count(kind, day.Reports.MomentOf(entry));
}

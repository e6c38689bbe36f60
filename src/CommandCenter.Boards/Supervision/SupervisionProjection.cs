using System.Globalization;
using CommandCenter.Boards.Cards;
using CommandCenter.Boards.Findings;
using CommandCenter.Boards.Incidents;
using CommandCenter.Domain.Cards;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Findings;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Supervision;

/// <summary>Keeps and shows what departed from the usual way.</summary>
internal sealed class SupervisionProjection : ISubscriber
{
    private const int Shown = 500;

    private readonly Day _day;
    private readonly Topic _topic;
    private readonly List<SupervisedEvent> _events = [];

    public SupervisionProjection(Day day, TopicTable table)
    {
        _day = day;
        _topic = table.Add(TopicNames.Supervision, Build);
    }

    public void Subscribe(Subscriptions on)
    {
        on.Touch(
            _topic, typeof(OperationCreated), typeof(PlanAdopted), typeof(ListsFrozen), typeof(CardWritten), typeof(CardRevised), typeof(CaseCardCited),
            typeof(CaseReopened), typeof(FindingRecorded), typeof(FindingAnswered));
        SubscribeLine(on);
        on.On<OperationOpened>((e, entry) =>
        {
            if (e.Override is not null)
            {
                Add(entry, ExceptionKind.Override, Of(e.OpenItems.Length.ToString(CultureInfo.InvariantCulture)), Of(e.Override));
            }
        });
        on.On<OperationSuspended>((e, entry) => Add(entry, ExceptionKind.Suspended, Of(e.Sentence)));
        on.On<ReversalProposed>((e, entry) => Add(entry, ExceptionKind.ReversalProposed, Of(e.Unit.Value), Of(e.Reason)));
        on.On<UnitReversed>((e, entry) => Add(entry, ExceptionKind.Reversed, Of(e.Unit.Value), Of(e.Reason)));
        on.On<UnitWithdrawn>((e, entry) => Add(entry, ExceptionKind.Withdrawn, Of(e.Unit.Value), Of(e.Reason)));
        on.On<AssignmentOverdue>((e, entry) => Add(
            entry, ExceptionKind.OrderOverdue, _day.Groups.Peek(e.Group).Name, Of(_day.Groups.Peek(e.Group).Assignments.Peek(e.Assignment).Text),
            Of(e.Level.ToString(CultureInfo.InvariantCulture))));
        on.On<CaseOverdue>((e, entry) => Add(entry, ExceptionKind.CaseOverdue, Of(e.Case.Value), Told(e.To.Value)));
        on.On<IncidentEscalated>((e, entry) =>
        {
            if (_day.Incidents.Peek(e.Incident).Raised is { } raised)
            {
                Add(entry, ExceptionKind.IncidentMissed, IncidentLine.TypeOf(_day.Plan, raised.Type), IncidentLine.ZoneOf(_day.Plan, raised.Zone), Told(e.To));
            }
        });
    }

    private void SubscribeLine(Subscriptions on)
    {
        on.On<TicketCalled>((e, entry) =>
        {
            if (e.Kind is CallKind.OutOfOrder)
            {
                Add(entry, ExceptionKind.OutOfOrder, Of(e.Number), _day.Windows.Peek(e.Window).Name, Of(e.Reason ?? string.Empty));
            }
            else if (e.Kind is CallKind.Priority)
            {
                Add(entry, ExceptionKind.Priority, Of(e.Number), _day.Windows.Peek(e.Window).Name);
                _events[^1] = _events[^1] with { Priority = e.Priority };
            }
        });
        on.On<TicketPassed>((e, entry) =>
        {
            if (e.EndOfDay)
            {
                Add(entry, ExceptionKind.PassedThrice, Of(_day.Households.Peek(e.Household).Number), _day.Queues.Peek(e.Step).Name);
            }
        });
        on.On<SteppedBack>((e, entry) => Add(
            entry, ExceptionKind.SteppedBack, Of(_day.Households.Peek(e.Household).Number), _day.Queues.Peek(e.To).Name, Of(e.Reason)));
    }

    private void Add(JournalEntry entry, ExceptionKind kind, params ReadOnlySpan<Label> arguments)
    {
        _events.Add(new(entry.Sequence, entry.At, kind, [.. arguments], entry.Grain.ToString(), _day.Who(entry.Actor.Value)));
        _topic.Touch(entry);
    }

    private SupervisionBoard Build()
    {
        var counts = _events.CountBy(static e => e.Kind).ToDictionary();
        return new()
        {
            Name = _day.Plan.Name,
            Mode = _day.Operation.Mode,
            PlanHash = _day.Operation.PlanHash,
            Lists = _day.Operation.Lists is { } l ? new(l.Households, l.People, l.HouseholdsHash, l.Units, l.UnitsHash) : null,
            Counts = [.. Enum.GetValues<ExceptionKind>().Select(kind => new ExceptionCount(kind, counts.GetValueOrDefault(kind)))],
            Exceptions = [.. _events.AsEnumerable().Reverse().Take(Shown)],
            Findings = FindingLine.Of(_day),
            Differing = SameQuestion.Differing(_day),
        };
    }

    private static Label Of(string text) => new(text, text);

    private Label Told(string post) => _day.Told(post)?.Name ?? Of(post);
}

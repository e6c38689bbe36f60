using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Hall;

/// <summary>Shows the public hall screen.</summary>
internal sealed class HallProjection : ISubscriber
{
    private const int CallsShown = 6;

    private readonly Day _day;
    private readonly Topic _topic;
    private readonly List<HallCall> _calls = [];

    public HallProjection(Day day, TopicTable table)
    {
        _day = day;
        _topic = table.Add(TopicNames.Hall, Build);
    }

    public void Subscribe(Subscriptions on)
    {
        on.On<TicketSeated>((e, entry) => Call(new(e.Ticket, e.Number, e.Window, WindowName(e.Window), StepName(e.Step), entry.At, 0), entry));
        on.On<TicketRecalled>((e, entry) => Call(new(e.Ticket, e.Number, e.Window, WindowName(e.Window), StepName(e.Step), entry.At, e.Count), entry));
        on.On<NoShow>((e, entry) => TakeBack(e.Ticket, entry));
        on.On<WindowReleased>((e, entry) => TakeBack(e.Ticket, entry));
        on.Touch(
            _topic,
            typeof(OperationCreated), typeof(PlanAdopted), typeof(ListsFrozen), typeof(UnitsListed), typeof(OperationReady),
            typeof(OperationOpened), typeof(OperationSuspended), typeof(OperationResumed), typeof(OperationClosing), typeof(OperationClosed),
            typeof(TicketCalled), typeof(UnitTaken), typeof(UnitLost), typeof(SelectionDeclined), typeof(SteppedBack), typeof(JourneyCompleted),
            typeof(UnitConfirmed), typeof(UnitWithdrawn), typeof(UnitReturned), typeof(UnitReversed));
    }

    private void Call(HallCall call, JournalEntry entry)
    {
        TakeBack(call.Ticket, entry);
        _calls.Insert(0, call);
        if (_calls.Count > CallsShown)
        {
            _calls.RemoveAt(CallsShown);
        }
    }

    /// <summary>Nobody need come to that window any more.</summary>
    private void TakeBack(TicketId ticket, JournalEntry entry)
    {
        _calls.RemoveAll(c => c.Ticket == ticket);
        _topic.Touch(entry);
    }

    private Label WindowName(WindowId window) => _day.Windows.Peek(window).Name;

    private Label StepName(StepId step) => _day.Queues.Peek(step).Name;

    private HallBoard Build() => new()
    {
        Name = _day.Plan.Name,
        Mode = _day.Operation.Mode,
        Phase = _day.Operation.Phase,
        Sentence = _day.Operation.Sentence,
        Calls = [.. _calls],
        Households = _day.Operation.Households,
        Done = _day.Households.All.Count(static h => h.DoneAt is not null),
        Selected = _day.Households.All.Count(static h => h.HasSelected),
        RankCalled = _day.Plan.Steps.FirstOrDefault(static s => s.Kind == ServiceKind.Selection) is { } selection
            ? _day.Queues.Peek(selection.Id).RankCalled
            : null,
        Types = _day.Stock.ByType,
    };
}

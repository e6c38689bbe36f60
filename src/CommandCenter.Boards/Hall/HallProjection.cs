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
        on.On<TicketSeated>((e, entry) => Call(e.Window, e.Step, e.Number, 0, entry));
        on.On<TicketRecalled>((e, entry) => Call(e.Window, e.Step, e.Number, e.Count, entry));
        on.Touch(
            _topic,
            typeof(OperationCreated), typeof(PlanAdopted), typeof(ListsFrozen), typeof(UnitsListed), typeof(OperationReady),
            typeof(OperationOpened), typeof(OperationSuspended), typeof(OperationResumed), typeof(OperationClosing), typeof(OperationClosed),
            typeof(TicketCalled), typeof(UnitTaken), typeof(UnitLost), typeof(SelectionDeclined), typeof(SteppedBack), typeof(JourneyCompleted),
            typeof(UnitConfirmed), typeof(UnitWithdrawn), typeof(UnitReturned), typeof(UnitReversed));
    }

    private void Call(WindowId window, StepId step, string number, int recalls, JournalEntry entry)
    {
        _calls.RemoveAll(c => string.Equals(c.Number, number, StringComparison.Ordinal));
        _calls.Insert(0, new(number, window, _day.Windows.Peek(window).Name, _day.Queues.Peek(step).Name, entry.At, recalls));
        if (_calls.Count > CallsShown)
            _calls.RemoveAt(CallsShown);
        _topic.Touch(entry);
    }

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

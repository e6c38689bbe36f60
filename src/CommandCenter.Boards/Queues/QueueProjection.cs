using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Queues;

/// <summary>Shows each queue.</summary>
internal sealed class QueueProjection(Day day, TopicTable table) : ISubscriber
{
    private const int LastCalls = 10;
    private const int Exceptions = 100;

    private readonly TopicFamily<StepId> _topics =
        new(table, TopicNames.Of, step => Build(day.Queues.Peek(step)));

    public void Subscribe(Subscriptions on)
    {
        on.On<PlanAdopted>((e, entry) =>
        {
            foreach (var step in e.Plan.Steps.Where(static s => s.Kind != ServiceKind.CheckIn))
            {
                _topics.Touch(step.Id, entry);
            }
        });
        on.On<QueueRanked>((e, entry) => _topics.Touch(e.Step, entry));
        on.On<TicketIssued>((e, entry) => _topics.Touch(e.Step, entry));
        on.On<TicketCalled>((e, entry) => _topics.Touch(e.Step, entry));
        on.On<TicketReturned>((e, entry) => _topics.Touch(e.Step, entry));
        on.On<TicketPassed>((e, entry) => _topics.Touch(e.Step, entry));
        on.On<TicketRequeued>((e, entry) => _topics.Touch(e.Step, entry));
        on.On<TicketHeld>((e, entry) => _topics.Touch(e.Step, entry));
        on.On<TicketResumed>((e, entry) => _topics.Touch(e.Step, entry));
        on.On<TicketCompleted>((e, entry) => _topics.Touch(e.Step, entry));
        on.On<TicketEnded>((e, entry) => _topics.Touch(e.Step, entry));
        on.On<ServiceStarted>((e, entry) => _topics.Touch(e.Step, entry));
    }

    private static QueueBoard Build(QueueFacts queue) => new()
    {
        Step = queue.StepId,
        Name = queue.Name,
        Waiting = queue.InCallOrder.Length,
        Tickets =
        [
            .. queue.InCallOrder.Select(t => Show(t, queue)),
            .. queue.Open.Values
                .Where(static t => t.Standing != TicketStanding.Waiting)
                .OrderBy(static t => Group(t.Standing))
                .ThenBy(static t => t.Issued)
                .Select(t => Show(t, queue)),
        ],
        LastCalls = [.. Enumerable.Reverse(queue.Calls).Take(LastCalls)],
        Exceptions = [.. Enumerable.Reverse(queue.Calls).Where(static c => c.Kind is CallKind.Priority or CallKind.OutOfOrder).Take(Exceptions)],
        Calls = queue.Calls.Count,
        PriorityCalls = queue.Calls.Count(static c => c.Kind == CallKind.Priority),
        OutOfOrderCalls = queue.Calls.Count(static c => c.Kind == CallKind.OutOfOrder),
        Passes = queue.Passes,
    };

    private static int Group(TicketStanding standing) => standing switch
    {
        TicketStanding.Called or TicketStanding.InService => 0,
        TicketStanding.Passed => 1,
        _ => 2,
    };

    private static QueueTicket Show(TicketFacts t, QueueFacts queue) => new(
        t.Id, t.Number, t.Household.Number, t.Household.MaskedName, t.Standing, t.IssuedAt, t.Priority, t.Rank, t.Window,
        t.Passes, t.EndOfDay, Math.Max(0, t.AfterCalls - queue.Calls.Count), t.HoldReason);
}

using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.State;

/// <summary>Shows what the day rests on: plan, lists, readiness, windows.</summary>
internal sealed class PlanProjection(Day day, TopicTable table) : ISubscriber
{
    private readonly Topic _topic = table.Add(TopicNames.Plan, () => Build(day));

    public void Subscribe(Subscriptions on) => on.Touch(
        _topic,
        typeof(OperationCreated), typeof(PlanAdopted), typeof(ListsFrozen), typeof(ReadinessConfirmed), typeof(ReadinessWithdrawn), typeof(OperationReady),
        typeof(OperationOpened), typeof(OperationSuspended), typeof(OperationResumed), typeof(OperationClosing), typeof(OperationClosed),
        typeof(DrawOrderRecorded), typeof(DrawOrderComputed),
        typeof(WindowOpened), typeof(WindowPaused), typeof(WindowClosed), typeof(ServiceCompleted));

    private static PlanBoard Build(Day day)
    {
        var operation = day.Operation;
        return new()
        {
            Name = operation.Plan.Name,
            Mode = operation.Mode,
            Phase = operation.Phase,
            Opens = operation.Plan.Opens,
            Closes = operation.Plan.Closes,
            PlanHash = operation.PlanHash,
            Lists = operation.Lists is { } l ? new(l.Households, l.People, l.HouseholdsHash, l.Units, l.UnitsHash) : null,
            OrderPublishedAt = operation.OrderPublishedAt,
            Readiness = ReadinessStates.Of(operation),
            Windows = [.. operation.Plan.Windows.Select(w => Show(day.Windows.Peek(w.Id), day))],
        };
    }

    private static PlannedWindow Show(WindowFacts window, Day day) => new(
        window.Id, window.Name, window.Status, window.Step is { } step ? day.Queues.Peek(step).Name : null, window.Clerk, window.Services.Count);
}

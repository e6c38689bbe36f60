using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Operations;
using CommandCenter.Journal;

namespace CommandCenter.Boards.State;

/// <summary>Keeps the facts of the operation: phase, plan, lists, readiness, order.</summary>
internal sealed class OperationFold(Day day) : ISubscriber
{
    private readonly OperationFacts _facts = day.Operation;

    public void Subscribe(Subscriptions on)
    {
        on.On<OperationCreated>((e, _) => (_facts.Id, _facts.Mode) = (e.Operation, e.Mode));
        on.On<PlanAdopted>((e, _) => Adopt(e));
        on.On<ListsFrozen>(Freeze);
        on.On<ReadinessConfirmed>((e, entry) => Confirm(e.Item, entry));
        on.On<ReadinessWithdrawn>((e, entry) => Withdraw(e.Item, entry));
        on.On<DrawOrderRecorded>((_, entry) => _facts.OrderPublishedAt ??= entry.At);
        on.On<DrawOrderComputed>((_, entry) => _facts.OrderPublishedAt ??= entry.At);
        on.On<OperationReady>((_, entry) => Enter(OperationPhase.Ready, entry));
        on.On<OperationOpened>((_, entry) => Open(entry));
        on.On<OperationSuspended>((e, entry) => Suspend(e, entry));
        on.On<OperationResumed>((_, entry) => Enter(OperationPhase.Open, entry));
        on.On<OperationClosing>((_, entry) => Enter(OperationPhase.Closing, entry));
        on.On<OperationClosed>((_, entry) => Enter(OperationPhase.Closed, entry));
    }

    private void Adopt(PlanAdopted e)
    {
        _facts.Plan = e.Plan;
        _facts.PlanHash = e.Hash;
        foreach (var step in e.Plan.Steps)
        {
            day.Queues[step.Id].Plan = step;
        }

        foreach (var window in e.Plan.Windows)
        {
            day.Windows[window.Id].Adopt(window);
        }

        foreach (var group in e.Plan.Groups)
        {
            day.Groups[group.Id].Adopt(group);
        }
    }

    private void Freeze(ListsFrozen e, JournalEntry entry)
    {
        _facts.Lists = e;
        _facts.Households = e.Households;
        _facts.People = e.People;
        Confirm(Readiness.Lists, entry);
    }

    private void Confirm(string item, JournalEntry entry) =>
        _facts.Confirmed.TryAdd(item, (entry.At, day.Who(entry.Actor.Value)));

    private void Withdraw(string item, JournalEntry entry)
    {
        _facts.Confirmed.Remove(item);
        if (_facts.Phase == OperationPhase.Ready)
        {
            Enter(OperationPhase.Preparing, entry);
        }
    }

    private void Open(JournalEntry entry)
    {
        Enter(OperationPhase.Open, entry);
        _facts.OpenedAt = entry.At;
    }

    private void Suspend(OperationSuspended e, JournalEntry entry)
    {
        Enter(OperationPhase.Suspended, entry);
        _facts.Sentence = e.Sentence;
        _facts.SuspendedBy = day.Who(e.By.Value);
    }

    private void Enter(OperationPhase phase, JournalEntry entry)
    {
        _facts.Phase = phase;
        _facts.PhaseSince = entry.At;
        _facts.Sentence = null;
        _facts.SuspendedBy = null;
    }
}

using CommandCenter.Domain;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Drills;

/// <summary>Keeps the facts of the drill: its script, what came of it, and the reactions that the journal shows.</summary>
internal sealed class DrillFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on)
    {
        SubscribeCourse(on);
        on.On<InjectDelivered>(Deliver);
        on.On<InjectHeld>((e, entry) => Set(e.Inject, InjectStatus.InHand, entry));
        on.On<InjectCancelled>((e, entry) => Set(e.Inject, InjectStatus.Cancelled, entry));
        on.On<InjectsPostponed>((e, entry) => At(entry).PostponedMinutes += e.Minutes);
        on.On<DrillObserved>((e, entry) => At(entry).Observations.Add(new(entry.At, e.Inject, e.Text, e.Score, day.Who(e.By))));
        on.On<ImprovementNoted>((e, entry) =>
            At(entry).Improvements.Add(new(e.No, e.Text, day.Groups.Peek(e.Owner).Name, e.Due, day.Who(e.By), null, null)));
        on.On<ImprovementDone>((e, entry) =>
            At(entry).Improvements[e.No - 1] = day.Drill.Improvements[e.No - 1] with { DoneAt = entry.At, Answer = e.Answer });
        on.On<YardstickChosen>((e, entry) =>
        {
            Drop(e.Type, e.Step);
            At(entry).Yardsticks.Add(e);
        });
        on.On<YardstickDropped>((e, _) => Drop(e.Type, e.Step));
        on.On<IncidentAcknowledged>(React);
        on.On<IncidentOnScene>(React);
        on.On<IncidentResolved>(React);
        on.On<AssignmentSent>(React);
        on.On<AssignmentDone>(React);
        on.On<WindowOpened>(React);
        on.On<WindowPaused>(React);
        on.On<OperationSuspended>(React);
        on.On<CaseRegistered>(React);
        on.On<CaseAnswered>(React);
    }

    private void SubscribeCourse(Subscriptions on)
    {
        on.On<DrillPrepared>(Prepare);
        on.On<DrillStarted>((e, entry) =>
        {
            var drill = At(entry);
            (drill.Status, drill.Speed, drill.StartedAt) = (DrillStatus.Running, e.Speed, e.At);
        });
        on.On<DrillPaused>((_, entry) => (At(entry).Status, day.Drill.Until) = (DrillStatus.Paused, null));
        on.On<DrillResumed>((_, entry) => At(entry).Status = DrillStatus.Running);
        on.On<DrillSpeedChanged>((e, entry) => (At(entry).Speed, day.Drill.Until) = (e.Speed, null));
        on.On<DrillAdvanced>((e, entry) => (At(entry).Status, day.Drill.Until) = (DrillStatus.Running, e.Until));
        on.On<DrillEnded>((_, entry) => (At(entry).Status, day.Drill.Until, day.Drill.EndedAt) = (DrillStatus.Ended, null, entry.At));
    }

    private void Prepare(DrillPrepared e, JournalEntry entry)
    {
        var drill = At(entry);
        (drill.Prepared, drill.Status) = (e, DrillStatus.Prepared);
        drill.Injects.AddRange(e.Injects.Select(static i => new InjectFacts(i)));
    }

    private void Deliver(InjectDelivered e, JournalEntry entry)
    {
        Set(e.Inject.Id, InjectStatus.Delivered, entry);
        if (day.Drill.Injects.Find(i => i.Inject.Id == e.Inject.Id) is { } inject)
        {
            inject.DeliveredAt = entry.At;
        }
    }

    private void React(IEvent e, JournalEntry entry)
    {
        foreach (var inject in At(entry).Injects)
        {
            if (inject.IsAwaited && Reactions.Answers(inject.Inject, e, entry.Actor))
            {
                (inject.AnsweredAt, inject.AnsweredBy) = (entry.At, entry.Sequence);
            }
        }
    }

    private void Set(InjectId id, InjectStatus status, JournalEntry entry)
    {
        if (At(entry).Injects.Find(i => i.Inject.Id == id) is { } inject)
        {
            inject.Status = status;
        }
    }

    private void Drop(PlaybookId? type, StepId? step) => day.Drill.Yardsticks.RemoveAll(y => y.Type == type && y.Step == step);

    private DrillFacts At(JournalEntry entry)
    {
        day.Drill.Now = entry.At;
        return day.Drill;
    }
}

using CommandCenter.Domain;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Forecasts;
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
    private readonly PausedWindows _paused = new();

    public void Subscribe(Subscriptions on)
    {
        on.Each(DrillProjection.Heard, entry => day.Drill.Now = entry.At);
        SubscribeCourse(on);
        on.On<InjectDelivered>(Deliver);
        on.On<InjectHeld>((e, _) => Set(e.Inject, InjectStatus.InHand));
        on.On<InjectCancelled>((e, _) => Set(e.Inject, InjectStatus.Cancelled));
        on.On<InjectsPostponed>((e, _) => day.Drill.PostponedMinutes += e.Minutes);
        on.On<DrillObserved>((e, entry) => day.Drill.Observations.Add(new(entry.At, e.Inject, e.Text, e.Score, day.Who(e.By))));
        on.On<ImprovementNoted>((e, _) =>
            day.Drill.Improvements.Add(new(e.No, e.Text, day.Groups.Peek(e.Owner).Name, e.Due, day.Who(e.By), null, null)));
        on.On<ImprovementDone>((e, entry) =>
            day.Drill.Improvements[e.No - 1] = day.Drill.Improvements[e.No - 1] with { DoneAt = entry.At, Answer = e.Answer });
        on.On<YardstickChosen>((e, _) =>
        {
            Drop(e.Type, e.Step);
            day.Drill.Yardsticks.Add(e);
        });
        on.On<YardstickDropped>((e, _) => Drop(e.Type, e.Step));
        on.On<IncidentAcknowledged>(React);
        on.On<IncidentOnScene>(React);
        on.On<IncidentResolved>(React);
        on.On<AssignmentSent>(React);
        on.On<AssignmentDone>(React);
        on.On<WindowOpened>(React);
        on.On<WindowPaused>(React);
        on.On<WindowClosed>(React);
        on.On<MoveOrdered>(React);
        on.On<OperationSuspended>(React);
        on.On<CaseRegistered>(React);
        on.On<CaseAnswered>(React);
    }

    private void SubscribeCourse(Subscriptions on)
    {
        on.On<DrillPrepared>(Prepare);
        on.On<DrillStarted>((e, _) =>
            (day.Drill.Status, day.Drill.Speed, day.Drill.StartedAt) = (DrillStatus.Running, e.Speed, e.At));
        on.On<DrillPaused>((_, _) => (day.Drill.Status, day.Drill.Until) = (DrillStatus.Paused, null));
        on.On<DrillResumed>((_, _) => day.Drill.Status = DrillStatus.Running);
        on.On<DrillSpeedChanged>((e, _) => (day.Drill.Speed, day.Drill.Until) = (e.Speed, null));
        on.On<DrillAdvanced>((e, _) => (day.Drill.Status, day.Drill.Until) = (DrillStatus.Running, e.Until));
        on.On<DrillEnded>((_, entry) => (day.Drill.Status, day.Drill.Until, day.Drill.EndedAt) = (DrillStatus.Ended, null, entry.At));
    }

    private void Prepare(DrillPrepared e, JournalEntry entry)
    {
        var drill = day.Drill;
        (drill.Prepared, drill.SetUpAt, drill.Status) = (e, entry.RecordedAt, DrillStatus.Prepared);
        drill.Injects.AddRange(e.Injects.Select(static i => new InjectFacts(i)));
    }

    private void Deliver(InjectDelivered e, JournalEntry entry)
    {
        Set(e.Inject.Id, InjectStatus.Delivered);
        if (day.Drill.Injects.Find(i => i.Inject.Id == e.Inject.Id) is { } inject)
        {
            inject.DeliveredAt = entry.At;
        }
    }

    private void React(IEvent e, JournalEntry entry)
    {
        if (_paused.IsReturn(e))
        {
            return;
        }

        foreach (var inject in day.Drill.Injects)
        {
            if (inject.IsAwaited && Reactions.Answers(inject.Inject, e, entry.Actor, day.Plan))
            {
                (inject.AnsweredAt, inject.AnsweredBy) = (entry.At, entry.Sequence);
            }
        }
    }

    private void Set(InjectId id, InjectStatus status)
    {
        if (day.Drill.Injects.Find(i => i.Inject.Id == id) is { } inject)
        {
            inject.Status = status;
        }
    }

    private void Drop(PlaybookId? type, StepId? step) => day.Drill.Yardsticks.RemoveAll(y => y.Type == type && y.Step == step);
}

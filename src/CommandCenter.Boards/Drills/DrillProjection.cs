using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Drills;

/// <summary>Shows the drill.</summary>
internal sealed class DrillProjection(Day day, TopicTable table) : ISubscriber
{
    /// <summary>Whatever moves a drill on, also by the time that it comes at.</summary>
    public static readonly Type[] Heard =
    [
        typeof(PlanAdopted), typeof(DrillPrepared), typeof(DrillStarted), typeof(DrillPaused), typeof(DrillResumed), typeof(DrillSpeedChanged),
        typeof(DrillAdvanced), typeof(DrillEnded), typeof(InjectDelivered), typeof(InjectHeld), typeof(InjectCancelled),
        typeof(InjectsPostponed), typeof(DrillObserved), typeof(ImprovementNoted), typeof(ImprovementDone),
        typeof(YardstickChosen), typeof(YardstickDropped),
        typeof(IncidentRaised), typeof(IncidentAcknowledged), typeof(IncidentOnScene), typeof(IncidentSeverityChanged), typeof(IncidentEscalated),
        typeof(IncidentMerged), typeof(IncidentFalseAlarm), typeof(IncidentResolved), typeof(IncidentReopened),
        typeof(AssignmentSent), typeof(AssignmentRefused), typeof(AssignmentDone), typeof(AssignmentOverdue),
        typeof(WindowOpened), typeof(WindowPaused), typeof(OperationSuspended), typeof(CaseRegistered), typeof(CaseAnswered),
        typeof(ServiceStarted), typeof(HouseholdCheckedIn), typeof(JourneyCompleted), typeof(SteppedBack), typeof(UnitLost),
    ];

    private readonly Topic _topic = table.Add(TopicNames.Drill, () => Build(day));

    public void Subscribe(Subscriptions on) => on.Touch(_topic, Heard);

    private static DrillBoard Build(Day day)
    {
        var drill = day.Drill;
        return new()
        {
            Status = drill.Status,
            Scenario = drill.Prepared?.Scenario,
            Seed = drill.Prepared?.Seed,
            SetUpAt = drill.SetUpAt,
            Speed = drill.Speed,
            StartedAt = drill.StartedAt,
            Until = drill.Until,
            EndedAt = drill.EndedAt,
            LastDoneAt = day.Households.All.Max(static h => h.DoneAt),
            PostponedMinutes = drill.PostponedMinutes,
            Injects = [.. drill.Injects.Select(i => Show(i, day))],
            Objectives = [.. (drill.Prepared?.Objectives ?? []).Select(o => ObjectiveMeasure.Of(o, day))],
            Observations = [.. drill.Observations],
            Improvements = [.. drill.Improvements],
            Measured = [.. YardstickMeasure.Of(day)],
            Yardsticks = [.. drill.Yardsticks.Select(y => YardstickMeasure.Show(y, day))],
        };
    }

    private static DrillInject Show(InjectFacts facts, Day day) => new()
    {
        Id = facts.Inject.Id,
        At = day.Drill.StartedAt + facts.Inject.At + TimeSpan.FromMinutes(day.Drill.PostponedMinutes),
        When = facts.Inject.When,
        From = facts.Inject.From,
        To = facts.Inject.To is { } to ? day.Groups.Peek(to).Name : null,
        Text = facts.Inject.Text,
        Expected = facts.Inject.Expected,
        Action = facts.Inject.Action?.Kind,
        WithinSeconds = (int?)facts.Inject.Action?.Within.TotalSeconds,
        Evaluator = facts.Inject.Evaluator,
        Status = facts.Status,
        DeliveredAt = facts.DeliveredAt,
        AnsweredAt = facts.AnsweredAt,
        AnsweredBy = facts.AnsweredBy,
        ResponseSeconds = (int?)(facts.AnsweredAt - facts.DeliveredAt)?.TotalSeconds,
        InTime = facts.InTime(day.Drill.Now),
    };
}

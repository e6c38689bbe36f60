using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Incidents;
using CommandCenter.Domain.Drills;

namespace CommandCenter.Boards.Drills;

/// <summary>How the objectives of a drill stand: measured from the day's facts, only over what is settled by now.</summary>
internal static class ObjectiveMeasure
{
    public static ObjectiveState Of(Objective objective, Day day)
    {
        var step = objective.Step is { } id ? day.Queues.Peek(id).Name : null;
        var measured = objective.Kind == ObjectiveKind.WaitAtMost
            ? Minutes(day.Queues.Peek(objective.Step ?? default).Waits.Percentile(90))
            : Percent(objective.Kind, day);
        bool? met = measured is not { } value || (objective.Kind == ObjectiveKind.HouseholdsDone && day.Drill.EndedAt is null && measured < objective.Target) ? null
            : objective.Kind == ObjectiveKind.WaitAtMost ? value <= objective.Target
            : value >= objective.Target;
        return new(objective.Kind, step, objective.Target, measured, met);
    }

    // Begun minutes count: half a minute above the target is above it.
    private static int? Minutes(int? seconds) => seconds is { } s ? (s + 59) / 60 : null;

    private static int? Percent(ObjectiveKind kind, Day day)
    {
        var now = day.Drill.Now;
        return kind switch
        {
            ObjectiveKind.IncidentsReached => Percent(day.Incidents.All.Where(static i => i.Counts).Select(i => Reached(i, now))),
            ObjectiveKind.OrdersAnswered => Percent(day.Groups.All.SelectMany(static g => g.Assignments.All).Select(a => Answered(a, now))),
            ObjectiveKind.ActionsInTime => Percent(day.Drill.Injects.Select(i => i.InTime(now))),
            ObjectiveKind.HouseholdsDone => Percent(day.Households.All.Where(static h => h.CheckedInAt is not null).Select(static h => (bool?)(h.DoneAt is not null))),
            _ => null,
        };
    }

    private static bool? Reached(IncidentFacts incident, DateTimeOffset now) =>
        incident.OnSceneAt is { } at ? at <= incident.ReachBy : now > incident.ReachBy ? false : null;

    private static bool? Answered(AssignmentFacts order, DateTimeOffset now) =>
        order.Stage == AssignmentStage.Done && order.EndedAt is { } at ? at <= order.Due : now > order.Due ? false : null;

    // Rounded down: a hundred percent means all.
    private static int? Percent(IEnumerable<bool?> settled)
    {
        var known = settled.OfType<bool>().ToList();
        return known.Count == 0 ? null : known.Count(static k => k) * 100 / known.Count;
    }
}

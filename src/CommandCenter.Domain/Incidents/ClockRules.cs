using CommandCenter.Domain.Groups;

namespace CommandCenter.Domain.Incidents;

/// <summary>Times that run out: each clock climbs the owner group's line; a silence ends.</summary>
internal static class ClockRules
{
    private const string Silence = "silence";

    private static readonly (string Name, IncidentClock Clock)[] Clocks =
    [
        ("acknowledge", IncidentClock.Acknowledge),
        ("reach", IncidentClock.Reach),
        ("resolve", IncidentClock.Resolve),
    ];

    public static IEnumerable<Deadline> Deadlines(IncidentState state)
    {
        foreach (var (name, clock) in Clocks)
        {
            if (state.Runs(clock) && state.Timer(clock).Next is { } next)
            {
                yield return new(name, next);
            }
        }

        if (state.IsUnderWay && state.SilentUntil is { } until)
        {
            yield return new(Silence, until);
        }
    }

    public static Decision Meet(IncidentState state, MeetDeadline c, in DecisionContext context)
    {
        if (!Deadlines(state).Contains(new Deadline(c.Name, c.Due)))
        {
            return Decision.Nothing;
        }

        return c.Name == Silence
            ? Decision.Accept(new IncidentWoke(state.Incident))
            : Escalate(state, Clocks.First(clock => clock.Name == c.Name).Clock, context);
    }

    public static IncidentState Escalated(IncidentState state, IncidentEscalated e)
    {
        var timer = state.Timer(e.Clock) with { Level = e.Level, Next = e.Next };
        return e.Clock switch
        {
            IncidentClock.Acknowledge => state with { Acknowledge = timer },
            IncidentClock.Reach => state with { Reach = timer },
            _ => state with { Resolve = timer },
        };
    }

    private static Decision Escalate(IncidentState state, IncidentClock clock, in DecisionContext context)
    {
        var up = LineOfCommand.After(state.Timer(clock).Level, state.Owner, context);
        return Decision.Accept(new IncidentEscalated(
            state.Incident, state.Owner, clock, up.Level, up.To, up.Next, up.Skipped, up.NobodyThere));
    }
}

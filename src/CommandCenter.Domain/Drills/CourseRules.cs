namespace CommandCenter.Domain.Drills;

/// <summary>The course of a drill: start, pause, speed, end, and what observers see meanwhile.</summary>
internal static class CourseRules
{
    /// <summary>The name of the deadline at which a hurrying clock arrives.</summary>
    public const string Arrival = "arrival";

    private const int LongestAdvance = 720;

    /// <summary>Says why the drill is not under way; null when it is.</summary>
    public static Rejection? RefuseUnlessUnderWay(DrillState state) => state.Status switch
    {
        DrillStatus.Empty => Rejections.DrillNotPrepared,
        DrillStatus.Prepared => Rejections.DrillNotStarted,
        DrillStatus.Ended => Rejections.DrillOver,
        _ => null,
    };

    public static Decision Start(DrillState state, StartDrill c, in DecisionContext context)
    {
        if (CheckSpeed(c.Speed, "speed") is { } fault)
        {
            return fault;
        }

        return state.Status switch
        {
            DrillStatus.Prepared => Decision.Accept(new DrillStarted(c.Speed, context.Now)),
            DrillStatus.Running when state.Speed == c.Speed => Decision.Nothing,
            _ => RefuseUnlessUnderWay(state) ?? Rejections.DrillStartedAlready,
        };
    }

    public static Decision Pause(DrillState state) =>
        RefuseUnlessUnderWay(state) is { } refusal ? refusal
        : state.Status == DrillStatus.Paused ? Decision.Nothing
        : Decision.Accept(new DrillPaused());

    public static Decision Resume(DrillState state) =>
        RefuseUnlessUnderWay(state) is { } refusal ? refusal
        : state.Status == DrillStatus.Running ? Decision.Nothing
        : Decision.Accept(new DrillResumed());

    public static Decision ChangeSpeed(DrillState state, ChangeDrillSpeed c) =>
        (CheckSpeed(c.Value, "value") ?? RefuseUnlessUnderWay(state)) is { } refusal ? refusal
        : state.Speed == c.Value ? Decision.Nothing
        : Decision.Accept(new DrillSpeedChanged(c.Value));

    /// <summary>Again while it hurries on: the later moment counts from now.</summary>
    public static Decision Advance(DrillState state, AdvanceDrill c, in DecisionContext context)
    {
        return (ValueRule.Between(c.Minutes, 1, LongestAdvance, "minutes") ?? RefuseUnlessUnderWay(state)) is { } refusal
            ? refusal
            : Decision.Accept(new DrillAdvanced(context.Now + TimeSpan.FromMinutes(c.Minutes)));
    }

    public static IEnumerable<Deadline> Deadlines(DrillState state) =>
        state is { Status: DrillStatus.Running, Until: { } until } ? [new(Arrival, until)] : [];

    public static Decision Arrive(DrillState state, MeetDeadline c) =>
        Deadlines(state).Contains(new Deadline(c.Name, c.Due)) ? Decision.Accept(new DrillPaused()) : Decision.Nothing;

    public static Decision End(DrillState state) =>
        state.Status == DrillStatus.Ended ? Decision.Nothing
        : RefuseUnlessUnderWay(state) is { } refusal ? refusal
        : Decision.Accept(new DrillEnded());

    /// <summary>The score is of the exercise; there is no field for a person.</summary>
    public static Decision Observe(DrillState state, ObserveDrill c, in DecisionContext context)
    {
        // Also when it is over: most is said in the talk afterwards.
        var fault = (state.Status == DrillStatus.Ended ? null : RefuseUnlessUnderWay(state))
            ?? (c.Inject is { } id ? IdRule.Known(id.Value, state.Find(id) is not null, "inject") : null)
            ?? TextRule.Check(c.Text, "text", context.Plan.Limits.MaxText)
            ?? (c.Score is < 1 or > 5 ? Rejections.OutOfRange.For("score", "1–5") : null);
        return fault is not null
            ? fault
            : Decision.Accept(new DrillObserved(c.Inject, c.Text, c.Score, context.Actor.Value));
    }

    private static Rejection? CheckSpeed(decimal speed, string field) =>
        speed is >= 0 and <= StartDrill.FastestSpeed ? null : Rejections.OutOfRange.For(field, $"0–{StartDrill.FastestSpeed}");
}

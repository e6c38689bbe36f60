namespace CommandCenter.Domain.Incidents;

/// <summary>
/// Seen, on the way, there. A later word implies the earlier ones, so a step may be left out; none is taken back.
/// </summary>
internal static class ProgressRules
{
    /// <summary>
    /// Silences for the severity's time. Saying it again changes nothing until the incident has woken,
    /// so that nobody keeps it quiet without looking.
    /// </summary>
    public static Decision Acknowledge(IncidentState state, in DecisionContext context)
    {
        if (EndingRules.RefuseUnlessOpen(state) is { } refusal)
        {
            return refusal;
        }

        if (state.Status == IncidentStatus.OnScene)
        {
            return FurtherOn(state);
        }

        if (state.IsUnderWay && !state.Woken)
        {
            return Decision.Nothing;
        }

        var silence = context.Plan.ClockOf(state.Severity).Silence;
        return Decision.Accept(new IncidentAcknowledged(state.Incident, context.Actor.Value, context.Now + silence));
    }

    public static Decision Respond(IncidentState state, in DecisionContext context) =>
        EndingRules.RefuseUnlessOpen(state) is { } refusal ? refusal
        : state.Status switch
        {
            IncidentStatus.OnScene => FurtherOn(state),
            IncidentStatus.Responding => Decision.Nothing,
            _ => Decision.Accept(new IncidentResponding(state.Incident, context.Actor.Value)),
        };

    public static Decision Reach(IncidentState state, in DecisionContext context) =>
        EndingRules.RefuseUnlessOpen(state) is { } refusal ? refusal
        : state.Status == IncidentStatus.OnScene ? Decision.Nothing
        : Decision.Accept(new IncidentOnScene(state.Incident, context.Actor.Value));

    private static Rejection FurtherOn(IncidentState state) => Rejections.IncidentFurtherOn.With(state.Status.ToString());
}

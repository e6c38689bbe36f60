namespace CommandCenter.Domain.Incidents;

/// <summary>How an incident ends, and how it is opened again.</summary>
internal static class EndingRules
{
    /// <summary>Says in which way an incident is not open; null when it is.</summary>
    public static Rejection? RefuseUnlessOpen(IncidentState state) => state.Status switch
    {
        IncidentStatus.Unraised => Rejections.IncidentUnknown,
        IncidentStatus.Resolved => Rejections.IncidentResolvedAlready,
        IncidentStatus.Closed => Rejections.IncidentClosedAlready,
        IncidentStatus.Merged => Rejections.IncidentMergedAway,
        IncidentStatus.FalseAlarm => Rejections.IncidentFalseAlarmAlready,
        _ => null,
    };

    public static Decision Merge(IncidentState state, MergeIncident c)
    {
        var fault = IdRule.Check(c.Into.Value, "into")
            ?? (c.Into == state.Incident ? Rejections.IncidentIntoItself.For("into") : null);
        if (fault is not null)
        {
            return fault;
        }

        return state.Status == IncidentStatus.Merged && state.Into == c.Into ? Decision.Nothing
            : RefuseUnlessOpen(state) is { } refusal ? refusal
            : Decision.Accept(new IncidentMerged(state.Incident, state.Owner, c.Into));
    }

    public static Decision CallFalseAlarm(IncidentState state, CallFalseAlarm c, in DecisionContext context) =>
        TextRule.Check(c.Reason, "reason", context.Plan.Limits.MaxText) is { } fault ? fault
        : IsRepeated(state, IncidentStatus.FalseAlarm, c.Reason, context) ? Decision.Nothing
        : RefuseUnlessOpen(state) is { } refusal ? refusal
        : Decision.Accept(new IncidentFalseAlarm(state.Incident, state.Owner, context.Actor.Value, c.Reason));

    public static Decision Resolve(IncidentState state, ResolveIncident c, in DecisionContext context) =>
        TextRule.Check(c.Outcome, "outcome", context.Plan.Limits.MaxText) is { } fault ? fault
        : IsRepeated(state, IncidentStatus.Resolved, c.Outcome, context) ? Decision.Nothing
        : RefuseUnlessOpen(state) is { } refusal ? refusal
        : Decision.Accept(new IncidentResolved(state.Incident, state.Owner, context.Actor.Value, c.Outcome));

    /// <summary>Only what is resolved is reviewed; a false alarm and a merged incident are at their end.</summary>
    public static Decision Close(IncidentState state, CloseIncident c, in DecisionContext context) =>
        TextRule.Check(c.Review, "review", context.Plan.Limits.MaxText) is { } fault ? fault
        : IsRepeated(state, IncidentStatus.Closed, c.Review, context) ? Decision.Nothing
        : state.Status == IncidentStatus.Resolved
            ? Decision.Accept(new IncidentClosed(state.Incident, context.Actor.Value, c.Review))
        : RefuseUnlessOpen(state) ?? Rejections.IncidentNotResolved;

    public static Decision Reopen(IncidentState state, ReopenIncident c, in DecisionContext context)
    {
        if (TextRule.Check(c.Reason, "reason", context.Plan.Limits.MaxText) is { } fault)
        {
            return fault;
        }

        if (state.Status is not (IncidentStatus.Resolved or IncidentStatus.Closed or IncidentStatus.FalseAlarm))
        {
            return RefuseUnlessOpen(state) ?? Rejections.IncidentOpenYet;
        }

        var resolveBy = context.Now + context.Plan.ClockOf(state.Severity).Resolve;
        return Decision.Accept(new IncidentReopened(state.Incident, state.Owner, context.Actor.Value, c.Reason, resolveBy));
    }

    private static bool IsRepeated(IncidentState state, IncidentStatus status, string words, in DecisionContext context) =>
        state.Status == status && state.End == (context.Actor.Value, words);
}

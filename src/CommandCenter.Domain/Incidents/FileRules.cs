namespace CommandCenter.Domain.Incidents;

/// <summary>What is kept about an incident while it goes on: log, checklist, owner, severity.</summary>
internal static class FileRules
{
    public static Decision Note(IncidentState state, NoteIncident c, in DecisionContext context)
    {
        if ((TextRule.Check(c.Text, "text", context.Plan.Limits.MaxText) ?? RefuseUnlessOnFile(state)) is { } refusal)
        {
            return refusal;
        }

        return Decision.Accept(new IncidentNoted(state.Incident, context.Actor.Value, c.Text));
    }

    public static Decision Check(IncidentState state, CheckIncidentItem c, in DecisionContext context)
    {
        if (RefuseUnlessOnFile(state) is { } refusal)
        {
            return refusal;
        }

        var exists = state.Raised!.Checklist.Any(i => i.Id == c.Item);
        return IdRule.Known(c.Item, exists, "item") is { } fault ? fault
            : state.Checked.Contains(c.Item) ? Decision.Nothing
            : Decision.Accept(new IncidentItemChecked(state.Incident, context.Actor.Value, c.Item));
    }

    public static Decision Reassign(IncidentState state, ReassignIncident c, in DecisionContext context)
    {
        var fault = IdRule.Known(c.Group.Value, context.Plan.FindGroup(c.Group) is not null, "group")
            ?? TextRule.Check(c.Reason, "reason", context.Plan.Limits.MaxText)
            ?? EndingRules.RefuseUnlessOpen(state);
        if (fault is not null)
        {
            return fault;
        }

        return c.Group == state.Owner
            ? Decision.Nothing
            : Decision.Accept(new IncidentReassigned(state.Incident, state.Owner, c.Group, c.Reason, state.Resolve.By));
    }

    /// <summary>Each clock keeps the moment it started from and gets the length of the new severity.</summary>
    public static Decision ChangeSeverity(IncidentState state, ChangeSeverity c, in DecisionContext context)
    {
        var fault = RaisingRules.CheckSeverity(c.Value, "value")
            ?? TextRule.Check(c.Reason, "reason", context.Plan.Limits.MaxText)
            ?? EndingRules.RefuseUnlessOpen(state);
        if (fault is not null)
        {
            return fault;
        }

        if (c.Value == state.Severity)
        {
            return Decision.Nothing;
        }

        var (from, to) = (context.Plan.ClockOf(state.Severity), context.Plan.ClockOf(c.Value));
        return Decision.Accept(new IncidentSeverityChanged(
            state.Incident, state.Severity, c.Value, c.Reason,
            state.Acknowledge.By - from.Acknowledge + to.Acknowledge,
            state.Reach.By - from.Reach + to.Reach,
            state.Resolve.By - from.Resolve + to.Resolve));
    }

    /// <summary>The log and the checklist stay open until the review; a merged incident is written up in the other.</summary>
    public static Rejection? RefuseUnlessOnFile(IncidentState state) =>
        state.Status is IncidentStatus.Resolved or IncidentStatus.FalseAlarm ? null : EndingRules.RefuseUnlessOpen(state);
}

using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Incidents;

/// <summary>Raising: owner, confidentiality, checklist and times follow from the plan.</summary>
internal static class RaisingRules
{
    public static Decision Raise(IncidentState state, RaiseIncident c, in DecisionContext context)
    {
        if (Check(c, context.Plan) is { } fault)
        {
            return fault;
        }

        var playbook = context.Plan.FindPlaybook(c.Type)!;
        var severity = c.Severity ?? playbook.Severity;
        if (state.Raised is { } raised)
        {
            return IsSame(raised, c, severity) ? Decision.Nothing : Rejections.IncidentExists;
        }

        var clock = context.Plan.ClockOf(severity);
        return Decision.Accept(new IncidentRaised(
            state.Incident, c.Type, c.Zone, severity, c.Text, c.Household, context.Actor.Value,
            playbook.ZoneOwners.TryGetValue(c.Zone, out var owner) ? owner : playbook.Owner,
            playbook.Confidential, playbook.Checklist,
            context.Now + clock.Acknowledge, context.Now + clock.Reach, context.Now + clock.Resolve));
    }

    /// <summary>Refuses a severity beyond 1 to 4.</summary>
    public static Rejection? CheckSeverity(int severity, string field) =>
        severity is >= 1 and <= 4 ? null : Rejections.OutOfRange.For(field, "1–4");

    private static Rejection? Check(RaiseIncident c, Plan plan) =>
        IdRule.Known(c.Type.Value, plan.FindPlaybook(c.Type) is not null, "type")
        ?? IdRule.Known(c.Zone.Value, plan.FindZone(c.Zone) is not null, "zone")
        ?? (c.Severity is { } severity ? CheckSeverity(severity, "severity") : null)
        ?? (plan.Severities.IsEmpty ? Rejections.NotFound.For("severity") : null)
        ?? TextRule.Check(c.Text, "text", plan.Limits.MaxText)
        ?? IdRule.CheckOptional(c.Household, "household");

    private static bool IsSame(IncidentRaised raised, RaiseIncident c, int severity) =>
        (raised.Type, raised.Zone, raised.Severity, raised.Text, raised.Household)
        == (c.Type, c.Zone, severity, c.Text, c.Household);
}

using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Groups;

/// <summary>Orders: who does what by when, and who is told when it is not done.</summary>
internal static class AssignmentRules
{
    /// <summary>Begins the name of an order's deadline; its id follows.</summary>
    public const string Overdue = "assignment:";

    public static Decision Assign(GroupState state, Assign c, in DecisionContext context)
    {
        if (Check(c, context) is { } fault)
        {
            return fault;
        }

        if (c.Assignment is { } given && state.Assignments.TryGetValue(given, out var present))
        {
            return present.AsksFor(c) ? Decision.Nothing : Rejections.AssignmentExists.For("assignment", given.Value);
        }

        var id = c.Assignment ?? state.NextAssignment();
        return Decision.Accept(new AssignmentSent(state.Group, id, c.Text, c.Due, c.Incident, c.Meeting, context.Actor.Value));
    }

    public static Decision Accept(GroupState state, AcceptAssignment c, in DecisionContext context)
    {
        if (Find(state, c.Assignment, out var assignment) is { } fault)
        {
            return fault;
        }

        var by = context.Actor.Value;
        return assignment.Status switch
        {
            AssignmentStatus.Sent => Decision.Accept(new AssignmentAccepted(state.Group, c.Assignment, by)),
            AssignmentStatus.Accepted when assignment.By == by => Decision.Nothing,
            _ => Already(assignment),
        };
    }

    public static Decision Refuse(GroupState state, RefuseAssignment c, in DecisionContext context)
    {
        var limit = context.Plan.Limits.MaxText;
        if ((Find(state, c.Assignment, out var assignment) ?? TextRule.Check(c.Reason, "reason", limit)) is { } fault)
        {
            return fault;
        }

        var by = context.Actor.Value;
        return assignment.Status switch
        {
            AssignmentStatus.Sent => Decision.Accept(new AssignmentRefused(state.Group, c.Assignment, by, c.Reason)),
            AssignmentStatus.Refused when (assignment.By, assignment.Answer) == (by, c.Reason) => Decision.Nothing,
            _ => Already(assignment),
        };
    }

    public static Decision Finish(GroupState state, FinishAssignment c, in DecisionContext context)
    {
        var limit = context.Plan.Limits.MaxText;
        if ((Find(state, c.Assignment, out var assignment) ?? TextRule.Check(c.Answer, "answer", limit)) is { } fault)
        {
            return fault;
        }

        var by = context.Actor.Value;
        return assignment.Status switch
        {
            AssignmentStatus.Done when (assignment.By, assignment.Answer) == (by, c.Answer) => Decision.Nothing,
            AssignmentStatus.Refused when StandsAbove(assignment, context) => Done(),
            AssignmentStatus.Sent or AssignmentStatus.Accepted => Done(),
            _ => Already(assignment),
        };

        Decision Done() => Decision.Accept(new AssignmentDone(state.Group, c.Assignment, by, c.Answer));
    }

    /// <summary>
    /// Ends what came with an incident. Orders that a person added for it stay: a report may be due after the incident.
    /// </summary>
    public static Decision EndOfIncident(GroupState state, EndIncidentAssignments c, in DecisionContext context)
    {
        var fault = IdRule.Check(c.Incident.Value, "incident")
            ?? TextRule.Check(c.Answer, "answer", context.Plan.Limits.MaxText);
        if (fault is not null)
        {
            return fault;
        }

        var actor = context.Actor.Value;
        var open = state.Assignments
            .Where(a => a.Value.Incident == c.Incident && a.Value.FollowsIncident)
            .Where(static a => a.Value.Status != AssignmentStatus.Done)
            .OrderBy(static a => a.Key.Value, StringComparer.Ordinal);
        return Decision.Accept([.. open.Select(a => new AssignmentDone(state.Group, a.Key, actor, c.Answer))]);
    }

    public static Decision Escalate(GroupState state, AssignmentId id, in DecisionContext context)
    {
        var plan = context.Plan.FindGroup(state.Group)!;
        var up = Escalation.After(
            state.Assignments[id].Level,
            [OnDuty(state, state.LeadOf(plan)), OnDuty(state, plan.Deputy), LineOfCommand.Commander(context)?.Id.Value],
            context.Now,
            context.Plan.Limits.EscalateEvery);
        return Decision.Accept(new AssignmentOverdue(state.Group, id, up.Level, up.To, up.Next));
    }

    public static IEnumerable<Deadline> Deadlines(GroupState state) =>
        state.Assignments
            .Where(static a => a.Value is { IsOpen: true, Escalates: not null, FollowsIncident: false })
            .OrderBy(static a => a.Key.Value, StringComparer.Ordinal)
            .Select(static a => new Deadline(Overdue + a.Key, a.Value.Escalates!.Value));

    private static Rejection? Check(Assign c, in DecisionContext context)
    {
        // An order by policy is given even where it comes late; it is overdue at once, and somebody hears of it.
        var late = c.Due <= context.Now && !context.Actor.IsSystem;
        return TextRule.Check(c.Text, "text", context.Plan.Limits.MaxText)
            ?? (late ? Rejections.InThePast.For("due") : null)
            ?? IdRule.CheckOptional(c.Assignment, "assignment")
            ?? IdRule.CheckOptional(c.Incident, "incident")
            ?? IdRule.CheckOptional(c.Meeting, "meeting");
    }

    private static Rejection? Find(GroupState state, AssignmentId id, out Assignment assignment)
    {
        var exists = state.Assignments.TryGetValue(id, out var found);
        assignment = found!;
        return IdRule.Known(id.Value, exists, "assignment");
    }

    /// <summary>A refusal is answered by who gave the order, or by the commander.</summary>
    private static bool StandsAbove(Assignment assignment, in DecisionContext context) =>
        context.Actor.IsSystem || context.Actor.Value == assignment.From || context.Role == PostRole.Commander;

    private static Rejection Already(Assignment assignment) => assignment.Status switch
    {
        AssignmentStatus.Refused => Rejections.AssignmentRefusedAlready,
        AssignmentStatus.Done => Rejections.AssignmentDoneAlready,
        _ => Rejections.AssignmentAcceptedAlready,
    };

    private static string? OnDuty(GroupState state, MemberId? member) =>
        member is { } id && state.OnDuty.ContainsKey(id) ? id.Value : null;
}

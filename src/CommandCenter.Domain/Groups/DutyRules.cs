using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Groups;

/// <summary>Who is on duty, and the roll call of those who are.</summary>
internal static class DutyRules
{
    /// <summary>Begins the name of a roll call's deadline; the member follows.</summary>
    public const string Roll = "roll:";

    public static Rejection? CheckMember(MemberId member, string field, TaskGroupPlan plan) =>
        IdRule.Known(member.Value, plan.Members.Any(m => m.Id == member), field);

    public static Decision SignIn(GroupState state, SignIn c, TaskGroupPlan plan, in DecisionContext context)
    {
        if (CheckMember(c.Member, "member", plan) is { } fault)
        {
            return fault;
        }

        return state.OnDuty.ContainsKey(c.Member)
            ? Decision.Nothing
            : Decision.Accept(new MemberSignedIn(state.Group, c.Member, NextReport(context)));
    }

    public static Decision SignOut(GroupState state, SignOut c, TaskGroupPlan plan)
    {
        if (CheckMember(c.Member, "member", plan) is { } fault)
        {
            return fault;
        }

        return state.OnDuty.ContainsKey(c.Member)
            ? Decision.Accept(new MemberSignedOut(state.Group, c.Member))
            : Decision.Nothing;
    }

    public static Decision CallRoll(GroupState state, CallRoll c, TaskGroupPlan plan, in DecisionContext context)
    {
        var zoneExists = context.Plan.FindZone(c.Zone) is not null;
        if ((CheckMember(c.Member, "member", plan) ?? IdRule.Known(c.Zone.Value, zoneExists, "zone")) is { } fault)
        {
            return fault;
        }

        return state.OnDuty.ContainsKey(c.Member)
            ? Decision.Accept(new RollCalled(state.Group, c.Member, c.Zone, NextReport(context)))
            : Rejections.MemberOffDuty;
    }

    /// <summary>A report is missed: first amber, then red. After the day nobody need report.</summary>
    public static Decision Miss(GroupState state, MemberId member, in DecisionContext context)
    {
        if (context.Operation.Phase == OperationPhase.Closed)
        {
            return Decision.Nothing;
        }

        var red = state.OnDuty[member].Mark == RollMark.Amber;
        DateTimeOffset? next = red ? null : context.Now + context.Plan.Limits.RollCallRedAfter;
        return Decision.Accept(new RollMissed(state.Group, member, red, next));
    }

    public static IEnumerable<Deadline> Deadlines(GroupState state) =>
        state.OnDuty
            .Where(static duty => duty.Value.Due is not null)
            .OrderBy(static duty => duty.Key.Value, StringComparer.Ordinal)
            .Select(static duty => new Deadline(Roll + duty.Key, duty.Value.Due!.Value));

    private static DateTimeOffset NextReport(in DecisionContext context) =>
        context.Now + context.Plan.Limits.RollCallEvery;
}

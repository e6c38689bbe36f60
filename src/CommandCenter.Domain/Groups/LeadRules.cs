using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Groups;

/// <summary>The lead passes from hand to hand: offered from above, taken by the one it was offered to.</summary>
internal static class LeadRules
{
    public static Decision Offer(GroupState state, OfferLead c, TaskGroupPlan plan, in DecisionContext context)
    {
        if (DutyRules.CheckMember(c.To, "to", plan) is { } fault)
        {
            return fault;
        }

        return !MayOffer(state, plan, context) ? Rejections.NotYourPost
            : c.To == state.LeadOf(plan) ? Rejections.LeadHeldAlready
            : c.To == state.Offered ? Decision.Nothing
            : Decision.Accept(new LeadOffered(state.Group, c.To, context.Actor.Value));
    }

    public static Decision Take(GroupState state, TakeLead c, TaskGroupPlan plan, in DecisionContext context)
    {
        if (DutyRules.CheckMember(c.Member, "member", plan) is { } fault)
        {
            return fault;
        }

        if (c.Member != state.Offered)
        {
            return c.Member == state.Lead ? Decision.Nothing : Rejections.LeadNotOffered;
        }

        return !ActsFor(c.Member, context) ? Rejections.NotYourPost
            : !state.OnDuty.ContainsKey(c.Member) ? Rejections.MemberOffDuty
            : Decision.Accept(new LeadTaken(state.Group, c.Member, context.Actor.Value));
    }

    /// <summary>The commander, the group's deputy, and the post of whoever leads now.</summary>
    private static bool MayOffer(GroupState state, TaskGroupPlan plan, in DecisionContext context)
    {
        if (context.Actor.IsSystem || context.Plan.FindPost(context.Actor.Post) is not { } post)
        {
            return false;
        }

        return post.Role == PostRole.Commander
            || (post.Group == state.Group && post.Role == PostRole.GroupDeputy)
            || post == LineOfCommand.LeadPost(context.Plan, state.LeadOf(plan), state.Group);
    }

    /// <summary>A post that the plan gives to somebody else cannot take the lead for this member.</summary>
    private static bool ActsFor(MemberId member, in DecisionContext context) =>
        !context.Actor.IsSystem
        && (context.Plan.FindPost(context.Actor.Post)?.Member is not { } holder || holder == member);
}

using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Groups;

/// <summary>Why a level of the line was passed over.</summary>
public enum SkipReason
{
    /// <summary>The plan has no such post.</summary>
    NotInPlan,

    /// <summary>Whoever holds the post is not on duty.</summary>
    NotOnDuty,

    /// <summary>The same post stands on a lower level and was told there.</summary>
    ToldBefore,
}

/// <summary>A level that was passed over. Stored. Post: absent where the plan has none.</summary>
public sealed record SkippedPost(int Level, PostId? Post, SkipReason Reason);

/// <summary>
/// Who is told when time runs out in a group: 1 its leader, 2 its deputy, 3 the commander. Only posts that somebody holds;
/// where nobody holds any that is left, the commander's post all the same, and it is said that nobody is there.
/// </summary>
internal static class LineOfCommand
{
    /// <summary>Who is told next, and whom that passes over.</summary>
    /// <param name="Level">The level.</param>
    /// <param name="To">The post; empty where the plan has no commander either.</param>
    /// <param name="Next">When the level after it is told, or null at the end of the line.</param>
    /// <param name="Skipped">The levels that were passed over.</param>
    /// <param name="NobodyThere">Nobody holds the post that it goes to.</param>
    public readonly record struct Step(
        int Level, string To, DateTimeOffset? Next, ImmutableArray<SkippedPost> Skipped, bool NobodyThere);

    private readonly record struct Rung(Post? Post, bool IsHeld);

    /// <summary>
    /// The step after a level (0: nobody was told yet). The time for the next level counts from now, so that after an
    /// outage each still has time to act; who holds it is asked again then.
    /// </summary>
    public static Step After(int level, GroupId owner, in DecisionContext context)
    {
        var line = Of(owner, context);
        var skipped = ImmutableArray.CreateBuilder<SkippedPost>();
        for (var i = level; i < line.Length; i++)
        {
            if (WhyNot(line, i) is not { } reason)
            {
                return new(i + 1, line[i].Post!.Id.Value, NextAfter(line, i + 1, context), skipped.ToImmutable(), NobodyThere: false);
            }

            skipped.Add(new(i + 1, line[i].Post?.Id, reason));
        }

        return new(line.Length, line[^1].Post?.Id.Value ?? string.Empty, null, skipped.ToImmutable(), NobodyThere: true);
    }

    /// <summary>The post of the commander: the first that somebody holds, otherwise the first.</summary>
    public static Post? Commander(in DecisionContext context)
    {
        var duty = context.Operation.Duty;
        var posts = context.Plan.Posts.Where(static p => p.Role == PostRole.Commander);
        return posts.FirstOrDefault(duty.IsHeld) ?? posts.FirstOrDefault();
    }

    /// <summary>The post in which a group's leader acts: their own, or where they have none, that of the group's leader.</summary>
    public static Post? LeadPost(Plan plan, MemberId lead, GroupId group) =>
        plan.Posts.FirstOrDefault(p => p.Group == group && p.Member == lead) ?? plan.FindPost(PostRole.GroupLeader, group);

    private static Rung[] Of(GroupId owner, in DecisionContext context)
    {
        var (plan, duty) = (context.Plan, context.Operation.Duty);
        var group = plan.FindGroup(owner);
        var leads = group is null ? (MemberId?)null : duty.LeadOf(group);
        var leader = leads is { } lead ? LeadPost(plan, lead, owner) : plan.FindPost(PostRole.GroupLeader, owner);
        var deputy = plan.FindPost(PostRole.GroupDeputy, owner);
        var commander = Commander(context);
        return
        [
            new(leader, leads is { } member && duty.IsOnDuty(owner, member)),
            new(deputy, deputy is not null && duty.IsHeld(deputy)),
            new(commander, commander is not null && duty.IsHeld(commander)),
        ];
    }

    private static SkipReason? WhyNot(Rung[] line, int at) =>
        line[at].Post is null ? SkipReason.NotInPlan
        : IsTwice(line, at) ? SkipReason.ToldBefore
        : line[at].IsHeld ? null
        : SkipReason.NotOnDuty;

    private static bool IsTwice(Rung[] line, int at) => line.Take(at).Any(r => r.IsHeld && r.Post == line[at].Post);

    private static DateTimeOffset? NextAfter(Rung[] line, int from, in DecisionContext context) =>
        Enumerable.Range(from, line.Length - from).Any(i => line[i].Post is not null && !IsTwice(line, i))
            ? context.Now + context.Plan.Limits.EscalateEvery
            : null;
}

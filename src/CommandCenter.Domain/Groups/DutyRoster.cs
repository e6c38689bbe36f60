using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Groups;

/// <summary>
/// Who is on duty and who leads, of all groups: what tells whether somebody holds a post. A fold over the events of the
/// groups; what one group says never depends on another, so the order between groups does not matter.
/// </summary>
public sealed record DutyRoster
{
    /// <summary>Nobody has signed in.</summary>
    public static readonly DutyRoster Empty = new();

    private ImmutableDictionary<GroupId, ImmutableHashSet<MemberId>> OnDuty { get; init; } =
        ImmutableDictionary<GroupId, ImmutableHashSet<MemberId>>.Empty;

    private ImmutableDictionary<GroupId, MemberId> Leads { get; init; } = ImmutableDictionary<GroupId, MemberId>.Empty;

    /// <summary>The roster after an event; events that do not concern it leave it as it is.</summary>
    public DutyRoster Apply(IEvent @event) => @event switch
    {
        MemberSignedIn e => this with { OnDuty = OnDuty.SetItem(e.Group, Of(e.Group).Add(e.Member)) },
        MemberSignedOut e => this with { OnDuty = OnDuty.SetItem(e.Group, Of(e.Group).Remove(e.Member)) },
        LeadTaken e => this with { Leads = Leads.SetItem(e.Group, e.Lead) },
        _ => this,
    };

    /// <summary>Whether a member is on duty.</summary>
    public bool IsOnDuty(GroupId group, MemberId member) => Of(group).Contains(member);

    /// <summary>Who leads a group now.</summary>
    public MemberId LeadOf(TaskGroupPlan group) => Leads.TryGetValue(group.Id, out var lead) ? lead : group.Leader;

    /// <summary>
    /// Whether somebody holds a post: the member whom the plan gives it is on duty. A post for which the plan names no
    /// member has no sign-in that could be missing, and counts as held.
    /// </summary>
    public bool IsHeld(Post post) => post.Group is not { } group || post.Member is not { } member || IsOnDuty(group, member);

    private ImmutableHashSet<MemberId> Of(GroupId group) => OnDuty.GetValueOrDefault(group, []);
}

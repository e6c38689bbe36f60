using System.Collections.Immutable;
using CommandCenter.Boards;
using CommandCenter.Boards.Communication;
using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Incidents;
using CommandCenter.Boards.Site;
using CommandCenter.Boards.State;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Server.Screens.Phone;

/// <summary>Something that waits for whoever holds the phone.</summary>
/// <param name="Due">When it expires; null where no clock runs.</param>
public abstract record PhoneItem(DateTimeOffset? Due);

/// <summary>An open incident of the group, or one that went up to the post.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="IsOwn">Whether the post's own group owns it.</param>
public sealed record PhoneIncident(IncidentLine Incident, bool IsOwn) : PhoneItem(Incident.Due);

/// <summary>An order that the group has yet to answer.</summary>
/// <param name="Order">The order.</param>
public sealed record PhoneOrder(GroupOrder Order) : PhoneItem(Order.Due);

/// <summary>The next report of the member who holds the post.</summary>
/// <param name="Self">The member's duty.</param>
public sealed record PhoneReport(DutyMember Self) : PhoneItem(Self.NextReport);

/// <summary>The lead is offered to the member who holds the post.</summary>
/// <param name="Group">The group.</param>
public sealed record PhoneLead(GroupId Group) : PhoneItem((DateTimeOffset?)null);

/// <summary>What one post has in hand, from the boards alone: what expires first stands first.</summary>
public sealed record PhoneBoard
{
    /// <summary>The post.</summary>
    public required Post Post { get; init; }

    /// <summary>Its group; null for posts without one.</summary>
    public required GroupBoard? Group { get; init; }

    /// <summary>The member who usually holds the post.</summary>
    public required DutyMember? Self { get; init; }

    /// <summary>Phase and public sentence.</summary>
    public required NoticeBoard? Notice { get; init; }

    /// <summary>The communication check that the post has yet to answer.</summary>
    public required ContactBoard? Contact { get; init; }

    /// <summary>What waits.</summary>
    public required ImmutableArray<PhoneItem> Items { get; init; }

    /// <summary>Whether the post speaks for its group: refuses orders, hands incidents over, reports for others.</summary>
    public bool Leads => Post.Role is PostRole.GroupLeader or PostRole.GroupDeputy or PostRole.Commander or PostRole.Supervisor;

    /// <summary>Whether the post answers orders of its group.</summary>
    public bool Answers => Leads || Post.Role == PostRole.GroupMember;

    /// <summary>The topics that a post's phone follows from.</summary>
    public static IEnumerable<string> SourcesOf(Post post)
    {
        yield return TopicNames.Notice;
        yield return TopicNames.OfContact(post.Id);
        if (post.Group is { } group)
        {
            yield return TopicNames.Of(group);
        }

        if (post.Role == PostRole.Commander)
        {
            yield return TopicNames.Site;
        }
    }

    /// <summary>Reads the boards for a post.</summary>
    public static PhoneBoard Of(BoardSet boards, Post post)
    {
        var group = post.Group is { } own ? boards.Read(TopicNames.Of(own))?.Data as GroupBoard : null;
        var self = group?.Members.FirstOrDefault(m => m.Member == post.Member);
        var site = post.Role == PostRole.Commander ? boards.Read(TopicNames.Site)?.Data as SiteBoard : null;
        return new()
        {
            Post = post,
            Group = group,
            Self = self,
            Contact = boards.Read(TopicNames.OfContact(post.Id))?.Data as ContactBoard,
            Notice = boards.Read(TopicNames.Notice)?.Data as NoticeBoard,
            Items = [.. ItemsOf(post, group, self, site).OrderBy(static i => i.Due ?? DateTimeOffset.MaxValue)],
        };
    }

    private static IEnumerable<PhoneItem> ItemsOf(Post post, GroupBoard? group, DutyMember? self, SiteBoard? site)
    {
        var incidents = group?.Incidents ?? [];
        var risen = site?.Incidents.Where(i => i.Owner != post.Group && i.EscalatedTo?.Id == post.Id.Value) ?? [];
        return incidents.Select(static PhoneItem (i) => new PhoneIncident(i, IsOwn: true))
            .Concat(risen.Select(static i => new PhoneIncident(i, IsOwn: false)))
            .Concat((group?.Orders ?? []).Where(o => IsOpen(o, incidents)).Select(static o => new PhoneOrder(o)))
            .Concat(self is { Since: not null, NextReport: not null } ? [new PhoneReport(self)] : [])
            .Concat(group?.Offered is { } offered && offered.Member == post.Member ? [new PhoneLead(group.Group)] : []);
    }

    // The order that came with an incident says what the incident says already, and ends with it.
    private static bool IsOpen(GroupOrder order, ImmutableArray<IncidentLine> incidents) =>
        order.Stage is AssignmentStage.Sent or AssignmentStage.Accepted
        && !(order.From is { Name: null } && incidents.Any(i => i.Incident == order.Incident));
}

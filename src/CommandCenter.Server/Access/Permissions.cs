using CommandCenter.Boards;
using CommandCenter.Boards.Cases;
using CommandCenter.Boards.Findings;
using CommandCenter.Boards.Incidents;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain;
using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Api;

namespace CommandCenter.Server.Access;

/// <summary>
/// What a post may do and see. The tables themselves are <see cref="CommandCatalog"/> and <see cref="TopicCatalog"/>;
/// here is what their reaches mean. What depends on the day (who stands at a window, who owns an incident) is read from the
/// boards; the rules of the day are checked by the grains in any case.
/// </summary>
/// <param name="plan">The plan in force.</param>
/// <param name="boards">The boards of the operation.</param>
public sealed class Permissions(Plan plan, BoardSet boards)
{
    /// <summary>Whether posts of this role may ever give the command.</summary>
    public static bool IsOpenTo(CatalogEntry entry, PostRole role) => entry.Grants.Any(g => g.Role == role);

    /// <summary>Whether a post may give a command.</summary>
    /// <param name="post">Who asks.</param>
    /// <param name="entry">The row of the catalog.</param>
    /// <param name="id">The id in the path.</param>
    /// <param name="command">The command as read from the body.</param>
    public bool MayGive(Post post, CatalogEntry entry, string id, ICommand command) =>
        entry.Grants.Any(g => g.Role == post.Role && Covers(g.Reach, post, id, command));

    /// <summary>Whether a post may see a topic; null for somebody without a post.</summary>
    public bool MaySee(Post? post, string topic)
    {
        if (TopicNames.IsPublic(topic))
        {
            return true;
        }

        var (kind, id) = TopicCatalog.Split(topic);
        return post is not null && TopicCatalog.GrantsOf(kind).Any(g => g.Role == post.Role && Covers(g.Reach, post, id, command: null));
    }

    private bool Covers(Reach reach, Post post, string id, ICommand? command) => reach switch
    {
        Reach.Anything => true,
        Reach.OwnWindow => post.Window is { } own && own.Value == WindowIn(command, id),
        Reach.WindowOfOwnGroup => Serves(post.Group, new(id)),
        Reach.HouseholdAtOwnWindow => WindowOf(post)?.Household?.Id.Value == id,
        Reach.ReservationAtOwnWindow => command is ReleaseUnit c && WindowOf(post)?.Reservation?.Unit.Id == c.Unit,
        Reach.GroupServesWindows => plan.Windows.Any(w => Serves(post.Group, w.Id)),
        Reach.OwnGroup => post.Group?.Value == id,
        Reach.OwnZone => post.Group is { } keeper && plan.FindGroup(keeper)?.Zones.Contains(new(id)) == true,
        Reach.OwnMember => post.Group?.Value == id && post.Member is { } self && self == MemberIn(command),
        Reach.OwnItem => ItemIn(command) is { } item && AnswersFor(post, item),
        Reach.OwnIncident => Incident(id) is not { } incident || (incident.Owner is { } owner && owner == post.Group),
        Reach.OpenIncident => Incident(id) is not { Confidential: true } incident || incident.Owner == post.Group,
        Reach.OwnReport => Incident(id) is not { } incident || incident.Reporter?.Id == post.Id.Value,
        Reach.OwnPost => post.Id.Value == id,
        Reach.OwnCase => Matter(id)?.Responsible.Id == post.Id.Value,
        Reach.OwnFinding => post.Group is { } group && Owes(group, id),
        _ => false,
    };

    private static string WindowIn(ICommand? command, string id) => command switch
    {
        ReserveUnit c => c.Window.Value,
        ConfirmUnit c => c.Window.Value,
        _ => id,
    };

    private static string? ItemIn(ICommand? command) => command switch
    {
        ConfirmReadiness c => c.Item,
        CheckCommunication => Readiness.Communication,
        _ => null,
    };

    private static MemberId? MemberIn(ICommand? command) => command switch
    {
        SignIn c => c.Member,
        SignOut c => c.Member,
        CallRoll c => c.Member,
        _ => null,
    };

    // A window's own clerk, or whoever leads the group that the clerk belongs to.
    private bool AnswersFor(Post post, string item)
    {
        if (item.Split(':') is [var kind, var id])
        {
            return kind == "group" ? post.Group?.Value == id
                : kind == "window" && (post.Role == PostRole.Clerk ? post.Window?.Value == id : Serves(post.Group, new(id)));
        }

        return post.Group is { } group && plan.Readiness.Any(r => r.Id == item && r.Owner == group);
    }

    private bool Serves(GroupId? group, WindowId window) =>
        group is not null && plan.Posts.Any(p => p.Role == PostRole.Clerk && p.Window == window && p.Group == group);

    private WindowBoard? WindowOf(Post post) =>
        post.Window is { } window ? boards.Read(TopicNames.Of(window))?.Data as WindowBoard : null;

    // An incident that nobody has raised belongs to nobody: the grain says that there is none.
    private IncidentBoard? Incident(string id) => boards.Read(TopicNames.Of(new IncidentId(id)))?.Data as IncidentBoard;

    private Matter? Matter(string id) => (boards.Read(TopicNames.Of(new CaseId(id)))?.Data as CaseBoard)?.Matter;

    private bool Owes(GroupId group, string finding) =>
        (boards.Read(TopicNames.OfFindings(group))?.Data as FindingsBoard)?.Findings.Any(f => f.Finding.Value == finding) == true;
}

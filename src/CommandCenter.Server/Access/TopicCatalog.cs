using System.Collections.Frozen;
using System.Collections.Immutable;
using CommandCenter.Boards;
using CommandCenter.Server.Forecasts;
using CommandCenter.Server.Push;
using static CommandCenter.Domain.Plans.PostRole;

namespace CommandCenter.Server.Access;

/// <summary>One table of who may see which topics. Public topics (<see cref="TopicNames.IsPublic"/>) need no entry: everyone may see them.</summary>
public static class TopicCatalog
{
    private static readonly ImmutableArray<Grant> Everyone = May.Give([.. May.StaffRoles, DrillDirector, Observer, Screen]);
    private static readonly ImmutableArray<Grant> Staff = May.Give([.. May.StaffRoles]);

    private static readonly FrozenDictionary<string, ImmutableArray<Grant>> ByKind = new Dictionary<string, ImmutableArray<Grant>>
    {
        ["state"] = Everyone,
        ["notice"] = Everyone,
        ["flow"] = Everyone,
        [LivePosts.Topic] = Everyone,
        ["queue"] = Everyone,
        ["site"] = Everyone,
        ["zones"] = Everyone,
        ["households"] = Everyone,
        ["forecast"] = Everyone,
        [ForecastTopics.LateLots] = May.Give([.. May.StaffRoles, DrillDirector, Observer]),
        ["timeline"] = May.Give([.. May.StaffRoles, DrillDirector, Observer]),
        ["communication"] = May.Give(Commander, Supervisor, GroupLeader, GroupDeputy, Administrator, DrillDirector, Observer),
        ["contact"] = May.Give().And(Reach.OwnPost, [.. May.StaffRoles]),
        ["cases"] = Staff,
        ["case"] = Staff,
        ["cards"] = Staff,
        ["circumstances"] = Staff,
        ["meetings"] = May.Give(Commander, Supervisor, GroupLeader, GroupDeputy, Administrator),
        ["supervision"] = May.Give(Commander, Supervisor),
        ["report"] = May.Give(Commander, Supervisor),
        [Evidence] = May.Give(Supervisor),
        ["findings"] = May.Give(Commander, Supervisor).And(Reach.OwnGroup, GroupLeader, GroupDeputy),
        ["window"] = May.Give(Commander, Supervisor).And(Reach.WindowOfOwnGroup, GroupLeader, GroupDeputy).And(Reach.OwnWindow, Clerk),
        ["household"] = May.Give(Commander, Supervisor, Reception),
        ["plan"] = May.Give(Commander, Supervisor, Administrator, DrillDirector),
        // Not for those who direct or watch a drill: a group's orders say what a confidential incident is about.
        ["group"] = May.Give(Commander, Supervisor)
            .And(Reach.OwnGroup, GroupLeader, GroupDeputy, GroupMember, Clerk, Reception),
        [Incident] = May.Give(Commander, Supervisor)
            .And(Reach.OpenIncident, GroupLeader, GroupDeputy, GroupMember, Clerk, Reception, Administrator, DrillDirector, Observer),
        [ReplayTopic] = May.Give(Commander, Supervisor, DrillDirector, Observer),
        [PhoneTopic.Kind] = May.Give().And(Reach.OwnPost, [.. May.StaffRoles]),
        [TopicNames.Calibration] = May.Give(Commander, Supervisor, DrillDirector, Observer),
        ["drill"] = May.Give(Commander, Supervisor, DrillDirector, Observer),
        [Improvements] = May.Give(Commander, Supervisor, GroupLeader, GroupDeputy, Administrator, DrillDirector, Observer),
    }.ToFrozenDictionary();

    /// <summary>The kind of the incidents' topics.</summary>
    public const string Incident = "incident";

    /// <summary>The kind under which looking back at the day stands; there is no board of that name.</summary>
    public const string ReplayTopic = "replay";

    /// <summary>
    /// The kind under which what is left to improve from the last drill stands, beside the readiness of another day: for those
    /// who prepare it. There is no board of that name.
    /// </summary>
    public const string Improvements = "improvements";

    /// <summary>The kind under which the evidence pack stands; there is no board of that name.</summary>
    public const string Evidence = "evidence";

    /// <summary>
    /// The kind under which the search for households stands: whoever may see any household may look for one.
    /// </summary>
    public const string Search = "household";

    /// <summary>The kinds of topics that need a post, e.g. <c>window</c> for <c>window:w3</c>.</summary>
    public static IEnumerable<string> Kinds => ByKind.Keys;

    /// <summary>Who may see topics of a kind; nobody where there is no such kind.</summary>
    public static ImmutableArray<Grant> GrantsOf(string kind) => ByKind.GetValueOrDefault(kind, []);

    /// <summary>The kind of a topic and the id after it, which may be empty.</summary>
    public static (string Kind, string Id) Split(string topic)
    {
        var colon = topic.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (topic, string.Empty) : (topic[..colon], topic[(colon + 1)..]);
    }
}

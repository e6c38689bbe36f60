using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Plans;

/// <summary>
/// Everything about the day that a district may decide: steps, windows, groups, posts, zones, limits, prices, clauses,
/// playbooks. Read from <c>plan.yaml</c> and <c>playbooks.yaml</c>; stored whole in the journal (<c>plan.adopted.v1</c>).
/// </summary>
public sealed record Plan
{
    /// <summary>A plan without content, in force before one is adopted.</summary>
    public static readonly Plan Empty = new();

    /// <summary>The operation's name, Chinese and English.</summary>
    public Label Name { get; init; } = new("", "");

    /// <summary>IANA time zone of the hall.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>The day's opening moment.</summary>
    public DateTimeOffset Opens { get; init; }

    /// <summary>The day's closing moment: new work should be done by then.</summary>
    public DateTimeOffset Closes { get; init; }

    /// <summary>The steps: the main line in its order, then the side steps.</summary>
    public ImmutableArray<Step> Steps { get; init; } = [];

    /// <summary>The service windows.</summary>
    public ImmutableArray<WindowPlan> Windows { get; init; } = [];

    /// <summary>The task groups.</summary>
    public ImmutableArray<TaskGroupPlan> Groups { get; init; } = [];

    /// <summary>The posts that accounts act in.</summary>
    public ImmutableArray<Post> Posts { get; init; } = [];

    /// <summary>The places of the site.</summary>
    public ImmutableArray<Zone> Zones { get; init; } = [];

    /// <summary>Times and numbers of the rules.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>Areas and prices, each with its clause.</summary>
    public Prices Prices { get; init; } = new();

    /// <summary>The published clauses that rules and answers rest on.</summary>
    public ImmutableArray<Clause> Clauses { get; init; } = [];

    /// <summary>Flat types with their names.</summary>
    public ImmutableArray<UnitType> UnitTypes { get; init; } = [];

    /// <summary>Readiness items besides those that follow from groups, windows, lists and order (see <see cref="Operations.Readiness"/>).</summary>
    public ImmutableArray<ReadinessItem> Readiness { get; init; } = [];

    /// <summary>Times to acknowledge, reach and resolve, per severity 1 (worst) to 4.</summary>
    public ImmutableArray<SeverityClock> Severities { get; init; } = [];

    /// <summary>One playbook per incident type.</summary>
    public ImmutableArray<Playbook> Playbooks { get; init; } = [];

    /// <summary>The steps of the main line in order.</summary>
    public IEnumerable<Step> MainLine => Steps.Where(static s => s.Line == StepLine.Main);

    /// <summary>The step with this id, or null.</summary>
    public Step? FindStep(StepId id) => Steps.FirstOrDefault(s => s.Id == id);

    /// <summary>The window with this id, or null.</summary>
    public WindowPlan? FindWindow(WindowId id) => Windows.FirstOrDefault(w => w.Id == id);

    /// <summary>The group with this id, or null.</summary>
    public TaskGroupPlan? FindGroup(GroupId id) => Groups.FirstOrDefault(g => g.Id == id);

    /// <summary>The post with this id, or null.</summary>
    public Post? FindPost(PostId id) => Posts.FirstOrDefault(p => p.Id == id);

    /// <summary>The first post with this role, in this group if one is named, or null.</summary>
    public Post? FindPost(PostRole role, GroupId? group = null) =>
        Posts.FirstOrDefault(p => p.Role == role && (group is null || p.Group == group));

    /// <summary>The zone with this id, or null.</summary>
    public Zone? FindZone(ZoneId id) => Zones.FirstOrDefault(z => z.Id == id);

    /// <summary>The playbook with this id, or null.</summary>
    public Playbook? FindPlaybook(PlaybookId id) => Playbooks.FirstOrDefault(p => p.Id == id);

    /// <summary>The clause with this id, or null.</summary>
    public Clause? FindClause(ClauseId id) => Clauses.FirstOrDefault(c => c.Id == id);

    /// <summary>The clocks of a severity; severities beyond the plan take the last one.</summary>
    public SeverityClock ClockOf(int severity) =>
        Severities.FirstOrDefault(s => s.Severity == severity) ?? Severities[^1];

    /// <summary>The step of the main line after this one, or null at its end.</summary>
    public Step? NextOnMainLine(StepId id) => MainLine.SkipWhile(s => s.Id != id).Skip(1).FirstOrDefault();
}

/// <summary>A name in both languages.</summary>
public sealed record Label(string Zh, string En);

/// <summary>What a window does.</summary>
public enum ServiceKind
{
    /// <summary>签到: at reception desks, without a queue of tickets.</summary>
    CheckIn,

    /// <summary>资格核验.</summary>
    Verification,

    /// <summary>选房: in draw order, with units.</summary>
    Selection,

    /// <summary>签约.</summary>
    Signing,

    /// <summary>结算补差.</summary>
    Settlement,

    /// <summary>政策法律咨询.</summary>
    Consultation,

    /// <summary>来访接待: complaints and petitions, received as a right.</summary>
    Reception,
}

/// <summary>Whether a step is on the way of every household or beside it.</summary>
public enum StepLine
{
    /// <summary>On the way from check-in to settlement.</summary>
    Main,

    /// <summary>At any time, beside the main line.</summary>
    Side,
}

/// <summary>A step of the day: what is done, under which letter its tickets run, how long it should take.</summary>
/// <param name="Id">Also the key of its queue.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Line">Main or side.</param>
/// <param name="Prefix">Letter of the ticket numbers, e.g. <c>S</c> for S057; empty for check-in.</param>
/// <param name="ServiceTime">Planned time at the window.</param>
/// <param name="WaitTarget">The wait that is still good service.</param>
/// <param name="Bring">What a household should bring, in both languages.</param>
public sealed record Step(
    StepId Id, Label Name, ServiceKind Kind, StepLine Line, string Prefix, TimeSpan ServiceTime, TimeSpan WaitTarget, Label? Bring = null);

/// <summary>A window and the steps it may serve; the first is its usual one.</summary>
public sealed record WindowPlan(WindowId Id, Label Name, ImmutableArray<StepId> Steps, ZoneId? Zone = null);

/// <summary>A place on the site. <c>Outline</c> is an SVG path in the coordinates of the site plan, or null.</summary>
public sealed record Zone(ZoneId Id, Label Name, int? Capacity = null, string? Outline = null);

/// <summary>A standing group with its roster and the zones it keeps.</summary>
public sealed record TaskGroupPlan(
    GroupId Id, Label Name, MemberId Leader, MemberId? Deputy, ImmutableArray<GroupMember> Members, ImmutableArray<ZoneId> Zones);

/// <summary>A member of a task group, on duty in a role, never rated.</summary>
public sealed record GroupMember(MemberId Id, string Name);

/// <summary>The role of a post decides what it may do.</summary>
public enum PostRole
{
    /// <summary>The commanding official.</summary>
    Commander,

    /// <summary>Discipline committee: sees everything, records findings.</summary>
    Supervisor,

    /// <summary>Leads a task group.</summary>
    GroupLeader,

    /// <summary>Stands in for the leader.</summary>
    GroupDeputy,

    /// <summary>Member of a task group.</summary>
    GroupMember,

    /// <summary>Serves at a window.</summary>
    Clerk,

    /// <summary>Reception desk: check-in, tickets.</summary>
    Reception,

    /// <summary>Keeps plan, lists, posts and devices.</summary>
    Administrator,

    /// <summary>Directs a drill.</summary>
    DrillDirector,

    /// <summary>Observes a drill.</summary>
    Observer,

    /// <summary>A public screen.</summary>
    Screen,
}

/// <summary>A post: a role that an account acts in, and where it belongs.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Group">The task group it belongs to.</param>
/// <param name="Window">The window it serves.</param>
/// <param name="Member">The member of the group that usually holds it.</param>
public sealed record Post(
    PostId Id, Label Name, PostRole Role, GroupId? Group = null, WindowId? Window = null, MemberId? Member = null);

/// <summary>A clause of the published rules.</summary>
public sealed record Clause(ClauseId Id, string Citation, string Text);

/// <summary>A flat type.</summary>
public sealed record UnitType(UnitTypeId Id, Label Name, decimal Area);

/// <summary>Something that must be confirmed before opening, and the group that answers for it.</summary>
public sealed record ReadinessItem(string Id, Label Name, GroupId Owner);

/// <summary>How soon an incident of a severity must be acknowledged, reached and resolved.</summary>
/// <param name="Severity">1 (worst) to 4.</param>
/// <param name="Acknowledge">From raising to the first acknowledgement.</param>
/// <param name="Reach">From raising to somebody on the scene.</param>
/// <param name="Resolve">From raising to resolved.</param>
/// <param name="Silence">How long an acknowledgement silences it.</param>
public sealed record SeverityClock(int Severity, TimeSpan Acknowledge, TimeSpan Reach, TimeSpan Resolve, TimeSpan Silence);

/// <summary>What to do about one type of incident.</summary>
/// <param name="Id">The incident type.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Severity">Severity unless the reporter states another.</param>
/// <param name="Owner">Owner group where no zone rule says otherwise.</param>
/// <param name="ZoneOwners">Owner group by zone.</param>
/// <param name="Confidential">Visible to owner group, commander and supervision only.</param>
/// <param name="Checklist">What to do, in order.</param>
/// <param name="Icon">Name of the picture on the phone.</param>
public sealed record Playbook(
    PlaybookId Id, Label Name, int Severity, GroupId Owner,
    [property: JsonConverter(typeof(ZoneOwnersConverter))] ImmutableDictionary<ZoneId, GroupId> ZoneOwners,
    bool Confidential, ImmutableArray<ChecklistItem> Checklist, string? Icon = null);

/// <summary>One thing to do, and within which time of the raising, if it has one.</summary>
public sealed record ChecklistItem(string Id, Label Text, TimeSpan? Within = null);

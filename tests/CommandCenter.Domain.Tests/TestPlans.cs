using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests;

/// <summary>The plans that tests of the domain run on.</summary>
public static class TestPlans
{
    /// <summary>The hall's time, UTC+8.</summary>
    public static DateTimeOffset At(int hour, int minute) => new(2026, 5, 18, hour, minute, 0, TimeSpan.FromHours(8));

    /// <summary>An open day on <see cref="Small"/>.</summary>
    public static OperationFrame OpenDay { get; } = new(OperationMode.Live, OperationPhase.Open, Small());

    /// <summary>
    /// Two groups (order with a deputy, service without), windows w1 to w6, three playbooks, 09:00 to 17:00.
    /// Limits and prices are the defaults.
    /// </summary>
    public static Plan Small() => new()
    {
        Name = Both("试点安置"),
        Opens = At(9, 0),
        Closes = At(17, 0),
        Steps = [.. Steps()],
        Windows = [.. Windows()],
        Groups = [.. Groups()],
        Posts = [.. Posts()],
        Zones = [new(new("hall"), Both("大厅")), new(new("gate"), Both("大门")), new(new("car-park"), Both("停车场"))],
        Clauses = [.. Clauses()],
        UnitTypes = [new(new("t75"), Both("75型"), 75m), new(new("t105"), Both("105型"), 105m)],
        Readiness = [new("power", Both("供电"), new("service"))],
        Severities = [Clock(1, 1, 5, 30, 3), Clock(2, 2, 10, 60, 5), Clock(3, 5, 15, 120, 10), Clock(4, 10, 30, 240, 20)],
        Playbooks = [.. Playbooks()],
    };

    private static IEnumerable<Step> Steps() =>
    [
        Step("check-in", "签到", ServiceKind.CheckIn, StepLine.Main, ""),
        Step("verification", "资格核验", ServiceKind.Verification, StepLine.Main, "V"),
        Step("selection", "选房", ServiceKind.Selection, StepLine.Main, "S"),
        Step("signing", "签约", ServiceKind.Signing, StepLine.Main, "G"),
        Step("settlement", "结算补差", ServiceKind.Settlement, StepLine.Main, "J"),
        Step("consultation", "政策法律咨询", ServiceKind.Consultation, StepLine.Side, "C"),
    ];

    private static IEnumerable<WindowPlan> Windows() =>
    [
        Window("w1", "verification"),
        Window("w2", "verification", "consultation"),
        Window("w3", "selection"),
        Window("w4", "selection"),
        Window("w5", "signing"),
        Window("w6", "settlement", "consultation"),
    ];

    private static IEnumerable<TaskGroupPlan> Groups() =>
    [
        Group("order", "秩序组", "order-02", 4, "gate", "car-park"),
        Group("service", "服务组", null, 3, "hall"),
    ];

    private static IEnumerable<Post> Posts() =>
    [
        Post("commander", "总指挥", PostRole.Commander),
        Post("supervisor", "督查", PostRole.Supervisor),
        Post("administrator", "管理员", PostRole.Administrator),
        Post("order-leader", "秩序组组长", PostRole.GroupLeader, "order", "order-01"),
        Post("order-deputy", "秩序组副组长", PostRole.GroupDeputy, "order", "order-02"),
        Post("order-member-3", "秩序组组员", PostRole.GroupMember, "order", "order-03"),
        Post("service-leader", "服务组组长", PostRole.GroupLeader, "service", "service-01"),
        Post("reception", "签到台", PostRole.Reception),
        Post("director", "导演", PostRole.DrillDirector),
        Post("observer", "观察员", PostRole.Observer),
        .. Enumerable.Range(1, 6).Select(static n => new Post(
            new($"clerk-{n}"), Both($"{n}号窗口"), PostRole.Clerk, Window: new($"w{n}"))),
    ];

    private static IEnumerable<Clause> Clauses() =>
        new[] { "c12", "c15", "c16", "c18", "c20", "c21", "c22", "c23", "c24" }
            .Select(static id => new Clause(new(id), $"安置办法第{id[1..]}条", $"第{id[1..]}条全文"));

    private static IEnumerable<Playbook> Playbooks() =>
    [
        new(new("crowding"), Both("人员拥挤"), 2, new("order"), Owners(("hall", "service")), false,
            [new("barrier", Both("拉起隔离带")), new("announce", Both("广播疏导"), TimeSpan.FromMinutes(5))]),
        new(new("medical"), Both("人员不适"), 1, new("service"), Owners(), true, [new("call-doctor", Both("呼叫医护"))]),
        new(new("dispute"), Both("纠纷"), 3, new("order"), Owners(), false, []),
    ];

    private static Label Both(string name) => new(name, name);

    private static Step Step(string id, string name, ServiceKind kind, StepLine line, string prefix) =>
        new(new(id), Both(name), kind, line, prefix, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20));

    private static WindowPlan Window(string id, params string[] steps) =>
        new(new(id), Both($"{id[1..]}号窗口"), [.. steps.Select(static s => new StepId(s))], new ZoneId("hall"));

    private static TaskGroupPlan Group(string id, string name, string? deputy, int members, params string[] zones) =>
        new(new(id), Both(name), new($"{id}-01"), deputy is null ? null : new MemberId(deputy),
            [.. Enumerable.Range(1, members).Select(n => new GroupMember(new($"{id}-{n:00}"), $"组员{n}"))],
            [.. zones.Select(static z => new ZoneId(z))]);

    private static Post Post(string id, string name, PostRole role, string? group = null, string? member = null) =>
        new(new(id), Both(name), role, group is null ? null : new GroupId(group), null, member is null ? null : new MemberId(member));

    private static SeverityClock Clock(int severity, int acknowledge, int reach, int resolve, int silence) =>
        new(severity, TimeSpan.FromMinutes(acknowledge), TimeSpan.FromMinutes(reach), TimeSpan.FromMinutes(resolve), TimeSpan.FromMinutes(silence));

    private static ImmutableDictionary<ZoneId, GroupId> Owners(params (string Zone, string Group)[] owners) =>
        owners.ToImmutableDictionary(static o => new ZoneId(o.Zone), static o => new GroupId(o.Group));
}

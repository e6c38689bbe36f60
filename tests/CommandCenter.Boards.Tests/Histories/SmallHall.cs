using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Tests.Histories;

/// <summary>The plan and the lists that these tests run on.</summary>
internal static class SmallHall
{
    private static readonly string[] Surnames = ["张", "王", "李", "赵", "陈", "欧阳", "司马", "刘", "周", "吴"];
    private static readonly string[] GivenNames = ["建国", "秀英", "伟", "德胜", "小兰", "志强", "玉梅", "浩然", "静", "文博"];

    public static DateTimeOffset At(int hour, int minute, int second = 0) => new(2026, 5, 18, hour, minute, second, TimeSpan.FromHours(8));

    public static Label Both(string zh, string en) => new(zh, en);

    /// <summary>Five main steps and one side step, six windows, two groups, three zones, two flat types, three playbooks.</summary>
    public static Plan Plan { get; } = new()
    {
        Name = Both("示范安置", "Model allocation"),
        Opens = At(9, 0),
        Closes = At(17, 0),
        Steps =
        [
            Step("check-in", "签到", "Check-in", ServiceKind.CheckIn, ""),
            Step("verification", "资格核验", "Verification", ServiceKind.Verification, "V"),
            Step("selection", "选房", "Selection", ServiceKind.Selection, "S"),
            Step("signing", "签约", "Signing", ServiceKind.Signing, "Q"),
            Step("settlement", "结算补差", "Settlement", ServiceKind.Settlement, "J"),
            Step("consultation", "政策法律咨询", "Advice", ServiceKind.Consultation, "Z") with { Line = StepLine.Side },
        ],
        Windows =
        [
            Window("w1", "verification"), Window("w2", "verification"), Window("w3", "selection"), Window("w4", "selection"),
            Window("w5", "signing"), Window("w6", "settlement", "consultation"),
        ],
        Groups = [Group("order", "秩序", "Order", "order-02", 4, "gate"), Group("service", "服务", "Service", null, 3, "hall")],
        Posts =
        [
            Post("commander", "指挥", "Commander", PostRole.Commander),
            Post("supervisor", "督查", "Supervisor", PostRole.Supervisor),
            Post("director", "导演", "Director", PostRole.DrillDirector),
            Post("reception", "签到台", "Reception", PostRole.Reception),
            Post("order-leader", "秩序组长", "Order leader", PostRole.GroupLeader, "order", "order-01"),
            Post("order-deputy", "秩序副组长", "Order deputy", PostRole.GroupDeputy, "order", "order-02"),
            Post("service-leader", "服务组长", "Service leader", PostRole.GroupLeader, "service", "service-01"),
            .. Enumerable.Range(1, 6).Select(static n => new Post(
                new($"clerk-{n}"), Both($"{n} 号窗口办事员", $"Clerk {n}"), PostRole.Clerk, Window: new($"w{n}"))),
        ],
        Zones =
        [
            new(new("hall"), Both("大厅", "Hall"), 120), new(new("gate"), Both("南门", "Gate")), new(new("waiting"), Both("等候区", "Waiting area")),
        ],
        Clauses = [.. new[] { 12, 15, 16, 18, 20, 21, 22, 23, 24 }.Select(static n => new Clause(new($"c{n}"), $"第 {n} 条", "全文"))],
        UnitTypes = [new(new("t75"), Both("75 型", "Type 75"), 75m), new(new("t105"), Both("105 型", "Type 105"), 105m)],
        Readiness = [new("power", Both("供电", "Power"), new("service"))],
        Severities = [Clock(1, 1, 2, 30), Clock(2, 2, 10, 60), Clock(3, 5, 15, 120), Clock(4, 10, 30, 240)],
        Playbooks =
        [
            Playbook("crowding", "拥挤", "Crowding", 2, "order", false, new("barrier", Both("拉隔离带", "Barrier")), new("announce", Both("广播", "Announce"), TimeSpan.FromMinutes(5))),
            Playbook("petition", "上访", "Petition", 3, "service", true, new ChecklistItem("receive", Both("接待", "Receive"))),
            Playbook("illness", "不适", "Illness", 1, "service", false, new ChecklistItem("doctor", Both("呼叫医护", "Call the doctor"))),
        ],
    };

    public static Unit Unit(string id, string type = "t75", decimal area = 75m)
    {
        var parts = id.Split('-');
        return new(new(id), new(parts[0]), int.Parse(parts[1]) / 100, parts[1], new(type), area, "东南");
    }

    /// <summary>Two buildings of three floors with two flats of each type.</summary>
    public static ImmutableArray<Unit> Units { get; } =
    [
        .. from building in new[] { 1, 2 }
           from floor in new[] { 1, 2, 3 }
           from room in new[] { 1, 2, 3, 4 }
           select room <= 2
               ? Unit($"{building}-{floor}0{room}")
               : Unit($"{building}-{floor}0{room}", "t105", 105m),
    ];

    /// <summary>A household with this many members, whose names occur nowhere else.</summary>
    public static HouseholdEntry Household(int n, int members = 3, PriorityReason? priority = null, Proxy? proxy = null) => new(
        new($"h{n:000}"), $"{n:000}", [.. Enumerable.Range(1, members).Select(no => new Member(no, NameOf(n, no), $"{n:000}x"))],
        proxy, priority, SecondChild: n % 7 == 0, CarriedDifference: n % 5 == 0 ? 1200.5m : 0m);

    /// <summary>Deterministic, and unmistakable in a text: a real surname with a numbered given name.</summary>
    public static string NameOf(int household, int no) =>
        $"{Surnames[household % Surnames.Length]}{GivenNames[no % GivenNames.Length]}{(char)('一' + (household * 10) + no)}";

    private static Step Step(string id, string zh, string en, ServiceKind kind, string prefix) => new(
        new(id), Both(zh, en), kind, StepLine.Main, prefix, TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(20), Both($"{zh}材料", $"Papers for {en}"));

    private static WindowPlan Window(string id, params string[] steps) =>
        new(new(id), Both($"{id[1..]} 号窗口", $"Window {id[1..]}"), [.. steps.Select(static s => new StepId(s))], new ZoneId("hall"));

    private static TaskGroupPlan Group(string id, string zh, string en, string? deputy, int members, string zone) => new(
        new(id), Both(zh, en), new($"{id}-01"), deputy is null ? null : new MemberId(deputy),
        [.. Enumerable.Range(1, members).Select(n => new GroupMember(new($"{id}-{n:00}"), $"{zh}组员{n}"))], [new(zone)]);

    private static Post Post(string id, string zh, string en, PostRole role, string? group = null, string? member = null) =>
        new(new(id), Both(zh, en), role, group is null ? null : new GroupId(group), null, member is null ? null : new MemberId(member));

    private static SeverityClock Clock(int severity, int acknowledge, int reach, int resolve) => new(
        severity, TimeSpan.FromMinutes(acknowledge), TimeSpan.FromMinutes(reach), TimeSpan.FromMinutes(resolve), TimeSpan.FromMinutes(5));

    private static Playbook Playbook(
        string id, string zh, string en, int severity, string owner, bool confidential, params ReadOnlySpan<ChecklistItem> checklist) =>
        new(new(id), Both(zh, en), severity, new(owner), ImmutableDictionary<ZoneId, GroupId>.Empty, confidential, [.. checklist]);
}

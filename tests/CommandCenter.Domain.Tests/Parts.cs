using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests;

/// <summary>What a part of a command that has fields of its own must not be.</summary>
internal static class Parts
{
    private static readonly string TooLong = new('长', 60_000);
    private static readonly Member Head = new(1, "张三", "123x");
    private static readonly HouseholdEntry Entry = new(new("h1"), "001", [Head], null, null, false, 0m);
    private static readonly Unit Flat = new(new("1-101"), new("1"), 1, "101", new("t"), 75m, "南");

    /// <summary>A move that the plan allows.</summary>
    public static Move Shift { get; } = new(MoveKind.Open, [new("w2")], new("consultation"), null, null);

    /// <summary>Some course of a day.</summary>
    public static DayCourse Course { get; } = new(
        new(TestPlans.At(16, 0), TestPlans.At(16, 30), TestPlans.At(17, 10)), new(600, 1200, 2400), new(0, 1, 9));

    /// <summary>The garbage of a type, or null where it has no parts.</summary>
    public static IEnumerable<object?>? Of(Type type) =>
        type == typeof(Plan) ? Plans()
        : type == typeof(HouseholdEntry) ? Entries()
        : type == typeof(Proxy) ? Proxies()
        : type == typeof(Unit) ? Units()
        : type == typeof(DayCourse) ? []
        : type == typeof(Move) ? Moves()
        : type == typeof(Band) ? [new Band(-1m, 145m, 1), new Band(105m, decimal.MaxValue, 1), new Band(105m, 145m, -1), new Band(105m, 145m, int.MaxValue)]
        : null;

    private static IEnumerable<Plan> Plans()
    {
        var plan = TestPlans.Small();
        return
        [
            Plan.Empty, plan with { Steps = default }, plan with { Steps = [null!] }, plan with { Windows = default },
            plan with { Windows = [new(new("w1"), new("一", "1"), default)] }, plan with { Groups = default }, plan with { Posts = default },
            plan with { Zones = default }, plan with { Clauses = default }, plan with { UnitTypes = default }, plan with { Readiness = default },
            plan with { Severities = default }, plan with { Playbooks = default }, plan with { Limits = null! }, plan with { Prices = null! },
            plan with { Playbooks = [plan.Playbooks[0] with { Checklist = default }] },
        ];
    }

    private static IEnumerable<Move> Moves() =>
    [
        Shift with { Kind = (MoveKind)99 }, Shift with { Windows = default }, Shift with { Windows = [] }, Shift with { Windows = [new("w99")] },
        Shift with { Windows = [default] }, Shift with { Windows = [new("w2"), new("w2")] }, Shift with { Step = null }, Shift with { Step = new("no-such") },
        Shift with { At = TestPlans.At(9, 0) }, Shift with { Minutes = 5 }, Shift with { Kind = MoveKind.Pause }, Shift with { Kind = MoveKind.Break, Step = null },
        Shift with { Kind = MoveKind.Break, Step = null, Minutes = 0 }, Shift with { Kind = MoveKind.Break, Step = null, Minutes = int.MaxValue },
    ];

    private static IEnumerable<HouseholdEntry> Entries() =>
    [
        Entry with { Id = default }, Entry with { Id = new("No Such Id") }, Entry with { Number = null! }, Entry with { Number = TooLong },
        Entry with { Members = default }, Entry with { Members = [] }, Entry with { Members = [null!] }, Entry with { Members = [Head, Head] },
        Entry with { Members = [Head with { No = 0 }] }, Entry with { Members = [Head with { No = int.MaxValue }] },
        Entry with { Members = [Head with { Name = " " }] }, Entry with { Members = [Head with { Name = TooLong }] },
        Entry with { Members = [Head with { IdTail = null! }] }, Entry with { Members = [Head with { IdTail = "11010519491231002x" }] },
        .. Proxies().Select(static p => Entry with { Proxy = p }), Entry with { Priority = (PriorityReason)99 },
        Entry with { CarriedDifference = decimal.MaxValue }, Entry with { CarriedDifference = decimal.MinValue },
    ];

    private static IEnumerable<Proxy> Proxies() => [new(null!, "4321"), new("", "4321"), new(TooLong, "4321"), new("王代理", ""), new("王代理", "54321")];

    private static IEnumerable<Unit> Units() =>
    [
        Flat with { Id = default }, Flat with { Id = new("../x") }, Flat with { Building = default }, Flat with { Floor = 0 }, Flat with { Floor = int.MaxValue },
        Flat with { Room = null! }, Flat with { Type = default }, Flat with { Area = 0m }, Flat with { Area = -75m }, Flat with { Area = decimal.MaxValue },
        Flat with { Facing = TooLong },
    ];
}

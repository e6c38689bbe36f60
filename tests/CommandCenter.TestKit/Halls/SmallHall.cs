using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.TestKit.Halls;

/// <summary>A hall small enough for everybody to meet everybody: two windows for most steps, fewer flats than wishes.</summary>
public static class SmallHall
{
    /// <summary>When it opens: <see cref="Scenario.Morning"/>.</summary>
    public static readonly DateTimeOffset Opens = Scenario.Morning;

    /// <summary>
    /// Windows w1 and w2 verify, w3 and w4 let choose, w5 signs, w6 settles; w2 and w6 also give advice.
    /// Posts: commander, supervisor, reception, clerk-1 to clerk-6.
    /// </summary>
    public static Plan Plan { get; } = new()
    {
        Name = Both("小厅"),
        Opens = Opens,
        Closes = Opens.AddHours(8),
        Steps =
        [
            Step("check-in", "签到", ServiceKind.CheckIn, StepLine.Main, ""),
            Step("verification", "资格核验", ServiceKind.Verification, StepLine.Main, "V"),
            Step("selection", "选房", ServiceKind.Selection, StepLine.Main, "S"),
            Step("signing", "签约", ServiceKind.Signing, StepLine.Main, "G"),
            Step("settlement", "结算补差", ServiceKind.Settlement, StepLine.Main, "J"),
            Step("consultation", "政策法律咨询", ServiceKind.Consultation, StepLine.Side, "C"),
        ],
        Windows =
        [
            Window(1, "verification"), Window(2, "verification", "consultation"), Window(3, "selection"), Window(4, "selection"),
            Window(5, "signing"), Window(6, "settlement", "consultation"),
        ],
        Posts =
        [
            new(new("commander"), Both("总指挥"), PostRole.Commander),
            new(new("supervisor"), Both("督查"), PostRole.Supervisor),
            new(new("reception"), Both("签到台"), PostRole.Reception),
            .. Enumerable.Range(1, 6).Select(static n => new Post(new($"clerk-{n}"), Both($"{n}号窗口"), PostRole.Clerk, Window: new($"w{n}"))),
        ],
        Clauses = [.. new[] { "c12", "c15", "c16", "c18", "c20", "c21", "c22", "c23", "c24" }.Select(static c => new Clause(new(c), c, c))],
        Severities = [new(1, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(3))],
    };

    /// <summary>Households h01 … of one to five members: the fifth may take two flats, some have priority, a proxy or a sum carried over.</summary>
    public static ImmutableArray<HouseholdEntry> Households(int count) => [.. Enumerable.Range(1, count).Select(static n => new HouseholdEntry(
        new($"h{n:00}"),
        $"{n:000}",
        [.. Enumerable.Range(1, 1 + ((n - 1) % 5)).Select(m => new Member(m, $"张{(char)('一' + n)}{(char)('一' + m)}", "123x", m == 3 && n % 3 == 0))],
        n % 7 == 0 ? new Proxy("王代理", "4321") : null,
        n % 4 == 0 ? PriorityReason.Aged70 : null,
        n % 6 == 0,
        n % 5 == 0 ? -1234.56m : 0m))];

    /// <summary>Flats 1-101 … of five sizes.</summary>
    public static ImmutableArray<Unit> Units(int count) => [.. Enumerable.Range(0, count).Select(static n => new Unit(
        new($"1-{101 + (n / 4 * 100) + (n % 4)}"), new("1"), 1 + (n / 4), $"{101 + (n / 4 * 100) + (n % 4)}", new("t"), 45m + (n % 5 * 15.25m), "南"))];

    /// <summary>Both lists, with stand-ins for their hashes.</summary>
    public static AllocationLists Lists(int households, int units) => new(Households(households), "households", Units(units), "units");

    private static Label Both(string name) => new(name, name);

    private static Step Step(string id, string name, ServiceKind kind, StepLine line, string prefix) =>
        new(new(id), Both(name), kind, line, prefix, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20));

    private static WindowPlan Window(int number, params string[] steps) =>
        new(new($"w{number}"), Both($"{number}号窗口"), [.. steps.Select(static s => new StepId(s))]);
}

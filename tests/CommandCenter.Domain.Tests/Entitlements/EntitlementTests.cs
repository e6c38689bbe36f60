using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace CommandCenter.Domain.Tests.Entitlements;

/// <summary>
/// 35 m² a person, 20 m² a member added since, 35 m² for a second child; 1,200 yuan within it, 2,100 up to 10 m² above,
/// 5,200 beyond; 2,600 back for what is not taken. Worked out by hand.
/// </summary>
public sealed class EntitlementTests
{
    private static readonly Prices Prices = new();

    [Theory]
    [InlineData(1, 0, false, "35")]
    [InlineData(3, 0, false, "105")]
    [InlineData(3, 1, false, "90")]
    [InlineData(3, 3, false, "60")]
    [InlineData(3, 0, true, "140")]
    [InlineData(4, 1, true, "160")]
    public void Granted_MembersAddedMembersAndSecondChild(int members, int added, bool secondChild, string granted) =>
        Assert.Equal(Exact(granted), Entitlement.Granted(Household(members, added, secondChild), Prices));

    [Theory]
    [InlineData(1, "35", "75", 1)]
    [InlineData(3, "105", "145", 1)]
    [InlineData(4, "140", "180", 1)]
    [InlineData(5, "175", "215", 2)]
    public void Band_GrantedPlusToleranceAndWhatTheMarketAllows_TwoFlatsFrom150(int members, string granted, string most, int units) =>
        Assert.Equal(new Band(Exact(granted), Exact(most), units), Entitlement.BandOf(Household(members), Prices));

    [Theory]
    [InlineData("149.99", 1)]
    [InlineData("150", 2)]
    public void Band_AtTheBorderOfTheSecondFlat(string granted, int units)
    {
        var prices = Prices with { AreaPerPerson = new(Exact(granted), new("c12")) };

        Assert.Equal(units, Entitlement.BandOf(Household(1), prices).MaxUnits);
    }

    [Theory]
    [InlineData("105", "0", "126000")]
    [InlineData("105.01", "0", "126021")]
    [InlineData("115", "0", "147000")]
    [InlineData("115.01", "0", "147052")]
    [InlineData("145", "0", "303000")]
    [InlineData("104.99", "0", "125962")]
    [InlineData("90", "0", "69000")]
    [InlineData("75", "0", "12000")]
    [InlineData("30", "0", "-159000")]
    [InlineData("105", "-1234.56", "124765.44")]
    [InlineData("105", "98765.43", "224765.43")]
    [InlineData("75", "-12000", "0")]
    [InlineData("105", "0.004", "126000")]
    [InlineData("105", "0.005", "126000.01")]
    [InlineData("105", "-0.005", "126000")]
    [InlineData("30", "-0.005", "-159000.01")]
    [InlineData("30", "0.005", "-159000")]
    public void Difference_ThreeMembersAndOneFlat(string area, string carried, string amount) =>
        Assert.Equal(Exact(amount), Entitlement.Difference(Household(3, carried: Exact(carried)), [Flat(Exact(area))], Prices).Amount);

    [Fact]
    public void Difference_NoFlat_ReturnsEverything() =>
        Assert.Equal(-273_000m, Entitlement.Difference(Household(3), [], Prices).Amount);

    [Fact]
    public void Difference_RoundsOnceAtTheEnd()
    {
        Rule penny = new(0.004m, new("c20"));
        var prices = Prices with { AreaPerPerson = new(1m, new("c12")), Tolerance = new(1m, new("c21")), ResettlementPrice = penny, CostPrice = penny };

        Assert.Equal(0.01m, Entitlement.Difference(Household(1), [Flat(2m)], prices).Amount);
    }

    [Fact]
    public void Difference_TwoFlats_IsShownLineByLineWithItsClauses()
    {
        var worked = Entitlement.Difference(Household(4, 1, true, -100m), [Flat(75m), Flat(95.5m)], Prices);

        Assert.Equal(
            [
                new(WorkedLineKind.Members, 3, 35m, 105m, new ClauseId("c12")),
                new(WorkedLineKind.AddedMembers, 1, 20m, 20m, new ClauseId("c16")),
                new(WorkedLineKind.SecondChild, 1, 35m, 35m, new ClauseId("c15")),
                new(WorkedLineKind.Chosen, 170.5m, 1m, 170.5m, null),
                new(WorkedLineKind.WithinGranted, 160m, 1200m, 192_000m, new ClauseId("c20")),
                new(WorkedLineKind.WithinTolerance, 10m, 2100m, 21_000m, new ClauseId("c21")),
                new(WorkedLineKind.BeyondTolerance, 0.5m, 5200m, 2_600m, new ClauseId("c22")),
                new WorkedLine(WorkedLineKind.Carried, -100m, 1m, -100m, new ClauseId("c24")),
            ],
            worked.Lines.AsEnumerable());
        Assert.Equal((160m, 170.5m, 215_500m), (worked.Granted, worked.Chosen, worked.Amount));
    }

    [Fact]
    public void Difference_LessThanGranted_HasAShortfallLine() =>
        Assert.Equal(
            new WorkedLine(WorkedLineKind.Shortfall, 15m, 2600m, -39_000m, new ClauseId("c23")),
            Entitlement.Difference(Household(3), [Flat(90m)], Prices).Lines[^1]);

    [Fact]
    public void Difference_AnyHouseholdAndFlats_IsTheSumOfItsLines()
    {
        var cases =
            from members in Gen.Choose(1, 9)
            from added in Gen.Choose(0, members)
            from secondChild in Gen.Elements(false, true)
            from carried in Gen.Choose(-5_000_000, 5_000_000)
            from areas in Gen.Choose(2_000, 20_000).ListOf()
            select (Household(members, added, secondChild, carried / 1000m), Flats: areas.Select(static a => Flat(a / 100m)).ToList());

        Prop.ForAll(cases.ToArbitrary(), static c =>
            {
                var worked = Entitlement.Difference(c.Item1, c.Flats, Prices);
                var money = worked.Lines.SkipWhile(static l => l.Kind != WorkedLineKind.Chosen).Skip(1).ToList();
                var within = money.Where(static l => l.Kind is WorkedLineKind.WithinGranted or WorkedLineKind.WithinTolerance or WorkedLineKind.BeyondTolerance);

                Assert.All(worked.Lines, static l => Assert.Equal(Math.Abs(l.Result), Math.Abs(l.Quantity * l.Rate)));
                Assert.Equal(worked.Granted, worked.Lines.TakeWhile(static l => l.Kind != WorkedLineKind.Chosen).Sum(static l => l.Result));
                Assert.Equal(worked.Chosen, c.Flats.Sum(static u => u.Area));
                Assert.Equal(worked.Chosen, within.Sum(static l => l.Quantity));
                Assert.Equal(worked.Amount, Math.Round(money.Sum(static l => l.Result), 2, MidpointRounding.AwayFromZero));
                Assert.All(worked.Lines, static l => Assert.True(l.Clause is not null || l.Kind == WorkedLineKind.Chosen));
            })
            .QuickCheckThrowOnFailure();
    }

    private static HouseholdEntry Household(int members, int added = 0, bool secondChild = false, decimal carried = 0m) => new(
        new("h1"), "001", [.. Enumerable.Range(1, members).Select(n => new Member(n, "张三", "123x", n <= added))], null, null, secondChild, carried);

    private static Unit Flat(decimal area) => new(new("1-101"), new("1"), 1, "101", new("t"), area, "南");

    private static decimal Exact(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Entitlements;

/// <summary>What policy grants a household, and what it pays for the flats it chose; exact, line by line, each with its clause.</summary>
public static class Entitlement
{
    /// <summary>
    /// The area lines: members × area per person, members added since demolition × their own area, second-child quota.
    /// Additions that do not apply have no line.
    /// </summary>
    public static ImmutableArray<WorkedLine> Area(HouseholdEntry household, Prices prices)
    {
        var lines = ImmutableArray.CreateBuilder<WorkedLine>(3);
        lines.Add(Line(WorkedLineKind.Members, household.Members.Length - household.AddedMembers, prices.AreaPerPerson));
        if (household.AddedMembers > 0)
        {
            lines.Add(Line(WorkedLineKind.AddedMembers, household.AddedMembers, prices.AddedMemberArea));
        }

        if (household.SecondChild)
        {
            lines.Add(Line(WorkedLineKind.SecondChild, 1, prices.SecondChildArea));
        }

        return lines.ToImmutable();
    }

    /// <summary>The area granted, m².</summary>
    public static decimal Granted(HouseholdEntry household, Prices prices) => Area(household, prices).Sum(static l => l.Result);

    /// <summary>How much a household may choose: granted + tolerance + what may be bought at market price; two flats from <see cref="Prices.SecondUnitFrom"/>.</summary>
    public static Band BandOf(HouseholdEntry household, Prices prices)
    {
        var granted = Granted(household, prices);
        return new(
            granted,
            granted + prices.Tolerance.Value + prices.MaxBeyondTolerance.Value,
            granted >= prices.SecondUnitFrom.Value ? 2 : 1);
    }

    /// <summary>
    /// The worked difference for the flats taken: within the area granted the resettlement price, within the tolerance
    /// above it the cost price, beyond that the market price; area not taken is returned at the buy-back price; the
    /// amount carried from the demolition agreement is added. Rounded once, at the end, to 0.01, half away from zero.
    /// </summary>
    public static WorkedDifference Difference(HouseholdEntry household, IReadOnlyCollection<Unit> units, Prices prices)
    {
        var area = Area(household, prices);
        var granted = area.Sum(static l => l.Result);
        var chosen = units.Sum(static u => u.Area);
        var above = Math.Max(0m, chosen - granted);
        var within = Math.Min(above, prices.Tolerance.Value);

        var lines = area.ToBuilder();
        lines.Add(new(WorkedLineKind.Chosen, chosen, 1m, chosen, null));
        var money = lines.Count;
        AddWhereAny(lines, WorkedLineKind.WithinGranted, Math.Min(chosen, granted), prices.ResettlementPrice);
        AddWhereAny(lines, WorkedLineKind.WithinTolerance, within, prices.CostPrice);
        AddWhereAny(lines, WorkedLineKind.BeyondTolerance, above - within, prices.MarketPrice);
        if (granted > chosen)
        {
            var shortfall = granted - chosen;
            lines.Add(new(WorkedLineKind.Shortfall, shortfall, prices.BuybackPrice.Value, -shortfall * prices.BuybackPrice.Value, prices.BuybackPrice.Clause));
        }

        if (household.CarriedDifference != 0m)
        {
            lines.Add(new(WorkedLineKind.Carried, household.CarriedDifference, 1m, household.CarriedDifference, prices.CarriedDifferenceClause));
        }

        var amount = lines.Skip(money).Sum(static l => l.Result);
        return new(lines.ToImmutable(), granted, chosen, Math.Round(amount, 2, MidpointRounding.AwayFromZero));
    }

    private static WorkedLine Line(WorkedLineKind kind, int persons, Rule rule) =>
        new(kind, persons, rule.Value, persons * rule.Value, rule.Clause);

    private static void AddWhereAny(ImmutableArray<WorkedLine>.Builder lines, WorkedLineKind kind, decimal area, Rule price)
    {
        if (area > 0m)
        {
            lines.Add(new(kind, area, price.Value, area * price.Value, price.Clause));
        }
    }
}

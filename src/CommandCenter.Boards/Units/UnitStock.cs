using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Units;

/// <summary>All flats, and how many of each type are left, counted at most once per change.</summary>
internal sealed class UnitStock(Day day)
{
    private ImmutableArray<TypeLeft>? _byType;

    public Table<UnitId, UnitFacts> Units { get; } = new(static id => new UnitFacts(id));

    /// <summary>The flats of the frozen list.</summary>
    public IEnumerable<(UnitFacts Facts, Unit Unit)> Listed => Units.All.Where(static u => u.Unit is not null).Select(static u => (u, u.Unit!));

    public ImmutableArray<TypeLeft> ByType => _byType ??= TypeLeft.Count(Listed, day.Plan);

    public void Changed() => _byType = null;
}

/// <summary>How many flats of a type are left.</summary>
/// <param name="Type">The type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Area">Its area in m².</param>
/// <param name="Left">Flats neither taken nor withdrawn; reserved ones included.</param>
/// <param name="Total">Flats of the type.</param>
public sealed record TypeLeft(UnitTypeId Type, Label Name, decimal Area, int Left, int Total)
{
    /// <summary>In the order of the plan's types; types that the plan does not have come after them.</summary>
    internal static ImmutableArray<TypeLeft> Count(IEnumerable<(UnitFacts Facts, Unit Unit)> units, Plan plan) =>
    [
        .. units
            .GroupBy(static u => u.Unit.Type)
            .Select(g => (Place: Place(plan, g.Key), Type: Of(g.Key, g.First().Unit, plan, g.Count(static u => u.Facts.IsLeft), g.Count())))
            .OrderBy(static t => t.Place)
            .ThenBy(static t => t.Type.Type.Value, StringComparer.Ordinal)
            .Select(static t => t.Type),
    ];

    private static TypeLeft Of(UnitTypeId id, Unit sample, Plan plan, int left, int total)
    {
        var type = plan.UnitTypes.FirstOrDefault(t => t.Id == id);
        return new(id, type?.Name ?? new(id.Value, id.Value), type?.Area ?? sample.Area, left, total);
    }

    private static int Place(Plan plan, UnitTypeId id)
    {
        for (var i = 0; i < plan.UnitTypes.Length; i++)
        {
            if (plan.UnitTypes[i].Id == id)
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}

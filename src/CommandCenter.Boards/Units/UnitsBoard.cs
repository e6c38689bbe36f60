using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Units;

/// <summary>Topic <c>units</c>, public: totals, per building and per type. The flats themselves stand in <c>units:{building}</c>.</summary>
/// <param name="All">All flats.</param>
/// <param name="Buildings">Each building, by number.</param>
/// <param name="Types">What is left of each type, in the order of the plan.</param>
public sealed record UnitsBoard(UnitTotals All, ImmutableArray<BuildingTotals> Buildings, ImmutableArray<TypeLeft> Types);

/// <summary>A building's totals.</summary>
public sealed record BuildingTotals(BuildingId Building, UnitTotals Totals);

/// <summary>How many flats stand how.</summary>
/// <param name="Total">All.</param>
/// <param name="Left">Neither taken nor withdrawn; reserved ones included, for they may come back.</param>
/// <param name="Reserved">Reserved now.</param>
/// <param name="Confirmed">Taken, not yet signed for.</param>
/// <param name="Contracted">Taken and signed for.</param>
/// <param name="Withdrawn">Off sale.</param>
public sealed record UnitTotals(int Total, int Left, int Reserved, int Confirmed, int Contracted, int Withdrawn)
{
    internal static UnitTotals Of(IEnumerable<UnitFacts> units)
    {
        Span<int> by = stackalloc int[Enum.GetValues<UnitStanding>().Length];
        by.Clear();
        foreach (var unit in units)
        {
            by[(int)unit.Standing]++;
        }

        var (free, reserved, confirmed) = (by[(int)UnitStanding.Free], by[(int)UnitStanding.Reserved], by[(int)UnitStanding.Confirmed]);
        var (contracted, withdrawn) = (by[(int)UnitStanding.Contracted], by[(int)UnitStanding.Withdrawn]);
        return new(free + reserved + confirmed + contracted + withdrawn, free + reserved, reserved, confirmed, contracted, withdrawn);
    }
}

/// <summary>Topic <c>units:{building}</c>, public: the sales-control board 销控表 of a building.</summary>
/// <param name="Building">The building.</param>
/// <param name="Totals">Its totals.</param>
/// <param name="Types">What is left of each type in it.</param>
/// <param name="Floors">Its floors, the highest first.</param>
public sealed record BuildingBoard(
    BuildingId Building, UnitTotals Totals, ImmutableArray<TypeLeft> Types, ImmutableArray<BuildingFloor> Floors);

/// <summary>A floor and its flats, by room number.</summary>
public sealed record BuildingFloor(int Floor, ImmutableArray<UnitCell> Units);

/// <summary>A flat on the board.</summary>
/// <param name="Unit">The flat.</param>
/// <param name="Room">Room number as on the door.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Type">Flat type.</param>
/// <param name="Area">m².</param>
/// <param name="Facing">Orientation.</param>
/// <param name="Until">While reserved: until when.</param>
/// <param name="MaskedName">While taken: by whom, masked.</param>
public sealed record UnitCell(
    UnitId Unit, string Room, UnitStanding Standing, UnitTypeId Type, decimal Area, string Facing, DateTimeOffset? Until, string? MaskedName);

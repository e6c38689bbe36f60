using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using Columns = CommandCenter.Plans.Lists.UnitColumns;

namespace CommandCenter.Plans.Lists;

/// <summary>Reads the list of flats.</summary>
internal sealed partial class UnitList
{
    private const int HighestFloor = 200;

    // A flat's area differs a little from its type's; more than a tenth is a typing mistake.
    private const decimal AreaDeviation = 0.1m;

    private readonly Dictionary<UnitId, int> seen = [];
    private readonly ImmutableArray<UnitType> types;

    private UnitList(ImmutableArray<UnitType> types) => this.types = types;

    /// <summary>The flats by building, floor and room; what is wrong goes to the faults. Without a plan, types are not checked.</summary>
    public static ImmutableArray<Unit> Read(string file, byte[] content, Plan? plan, Faults faults)
    {
        if (ListSheet.Open(file, content, Columns.All, faults) is not { } sheet)
        {
            return [];
        }

        var list = new UnitList(plan?.UnitTypes ?? []);
        return
        [
            .. sheet.Rows(faults).Select(list.ReadUnit)
                .OrderBy(static u => u.Building.Value.Length).ThenBy(static u => u.Building.Value, StringComparer.Ordinal)
                .ThenBy(static u => u.Floor)
                .ThenBy(static u => u.Room.Length).ThenBy(static u => u.Room, StringComparer.Ordinal),
        ];
    }

    private Unit ReadUnit(ListRow row)
    {
        var building = Part(row, Columns.Building, BuildingWord());
        var room = Part(row, Columns.Room, RoomWord());
        if (row[Columns.Section].Length > 0)
        {
            room = $"{Part(row, Columns.Section, SectionWord())}-{room}";
        }

        var floor = CellValue.Whole(row[Columns.Floor], 1, HighestFloor, "层", "楼", "F");
        if (floor is null)
        {
            row.Fault(Columns.Floor, $"楼层应为 1 至 {HighestFloor} 的整数。", $"The floor is a whole number from 1 to {HighestFloor}.");
        }

        var area = CellValue.SquareMetres(row[Columns.Area]);
        if (area is null)
        {
            row.Fault(Columns.Area, "面积应大于 0，不超过 1000，最多两位小数。", "The area is above 0 and at most 1000, with at most two decimals.");
        }

        var unit = new Unit(
            new($"{building}-{room}".ToLowerInvariant()), new(building.ToLowerInvariant()), floor ?? 1, room,
            ReadType(row, area), area ?? 0m, Tidy.Compact(row[Columns.Facing]));
        CheckId(row, unit.Id);
        return unit;
    }

    private static string Part(ListRow row, Column column, Regex word)
    {
        var text = word.Replace(Tidy.Compact(row[column]), "").ToUpperInvariant();
        if (IdSyntax.IsValid(text.ToLowerInvariant()) && text.Length <= 20)
        {
            return text;
        }

        row.Fault(
            column, text.Length == 0 ? $"缺少{column.Name}。" : $"{column.Name}只能用数字、字母和连字符，最多 20 个字符。",
            text.Length == 0 ? "This is missing." : "This is made of at most 20 digits, letters and hyphens.");
        return "";
    }

    private UnitTypeId ReadType(ListRow row, decimal? area)
    {
        var text = MetresWord().Replace(Tidy.Compact(row[Columns.Type]), "");
        var type = types.FirstOrDefault(t => Names(t, text));
        if (type is null && !types.IsEmpty)
        {
            row.Fault(
                Columns.Type, $"没有这种户型，应为：{string.Join("、", types.Select(static t => t.Id))}。",
                $"There is no such type; the plan has {string.Join(", ", types.Select(static t => t.Id))}.");
        }

        if (type is not null && area is { } a && Math.Abs(a - type.Area) > type.Area * AreaDeviation)
        {
            row.Fault(
                Columns.Area, $"面积与户型 {type.Id}（{type.Area}㎡）相差超过一成。",
                $"The area differs from the type {type.Id} ({type.Area} m²) by more than a tenth.");
        }

        return type?.Id ?? new("");
    }

    private static bool Names(UnitType type, string text) =>
        new[] { type.Id.Value, type.Id.Value.TrimStart('t'), MetresWord().Replace(type.Name.Zh, ""), Tidy.Compact(type.Name.En) }
            .Contains(text, StringComparer.OrdinalIgnoreCase);

    private void CheckId(ListRow row, UnitId id)
    {
        if (!seen.TryAdd(id, row.Number))
        {
            row.Fault(Columns.Room, $"房源 {id} 重复，已在第 {seen[id]} 行出现。", $"The flat {id} is in row {seen[id]} already.");
        }
    }

    [GeneratedRegex(@"(号楼|栋|幢|座|楼|#)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BuildingWord();

    [GeneratedRegex(@"(室|号)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RoomWord();

    [GeneratedRegex(@"单元\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SectionWord();

    [GeneratedRegex(@"(㎡|m²|m2|平方米|平米)?(户型)?\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MetresWord();
}

using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Plans;

/// <summary>What a flat of the list must look like.</summary>
internal static class UnitRule
{
    private const int TopFloor = 200;
    private const decimal MostArea = 10_000m;

    public static Rejection? Check(Unit? unit, string field, int maxText) =>
        unit is null ? Rejections.Required.For(field)
        : IdRule.Check(unit.Id.Value, $"{field}.id")
            ?? IdRule.Check(unit.Building.Value, $"{field}.building")
            ?? ValueRule.Between(unit.Floor, 1, TopFloor, $"{field}.floor")
            ?? TextRule.Check(unit.Room, $"{field}.room", maxText)
            ?? IdRule.Check(unit.Type.Value, $"{field}.type")
            ?? ValueRule.Between(unit.Area, 0.01m, MostArea, $"{field}.area")
            ?? (string.IsNullOrEmpty(unit.Facing) ? null : TextRule.Check(unit.Facing, $"{field}.facing", maxText));

    public static Rejection? CheckList(ImmutableArray<Unit> units, string field, int maxText)
    {
        if (units.IsDefaultOrEmpty)
        {
            return Rejections.Required.For(field);
        }

        var seen = new HashSet<UnitId>(units.Length);
        foreach (var unit in units)
        {
            if ((Check(unit, field, maxText) ?? (seen.Add(unit.Id) ? null : Rejections.Duplicate.For(field, unit.Id.Value))) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}

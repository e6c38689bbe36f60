using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Units;

/// <summary>Shows the flats: totals, and each building apart.</summary>
internal sealed class UnitsProjection(Day day, TopicTable table) : ISubscriber
{
    private readonly Topic _totals = table.Add(TopicNames.Units, () => Totals(day));
    private readonly TopicFamily<BuildingId> _buildings = new(table, TopicNames.Of, id => Build(day, id));

    public void Subscribe(Subscriptions on)
    {
        on.On<PlanAdopted>((_, entry) => TouchAll(entry));
        on.On<UnitsListed>((_, entry) => TouchAll(entry));
        on.On<UnitReserved>((e, entry) => Touch(e.Unit, entry));
        on.On<UnitReleased>((e, entry) => Touch(e.Unit, entry));
        on.On<UnitConfirmed>((e, entry) => Touch(e.Unit.Id, entry));
        on.On<UnitWithdrawn>((e, entry) => Touch(e.Unit, entry));
        on.On<UnitReturned>((e, entry) => Touch(e.Unit, entry));
        on.On<UnitReversed>((e, entry) => Touch(e.Unit, entry));
        on.On<StepCompleted>((e, entry) => TouchOf(e.Household, day.Plan.FindStep(e.Step)?.Kind == ServiceKind.Signing, entry));
        on.On<SteppedBack>((e, entry) => TouchOf(e.Household, day.Plan.ReachesOnMainLine(e.To, ServiceKind.Signing), entry));
    }

    private void TouchAll(JournalEntry entry)
    {
        _totals.Touch(entry);
        foreach (var (_, unit) in day.Stock.Listed)
        {
            _buildings.Touch(unit.Building, entry);
        }
    }

    /// <summary>Steps concern flats only where signing is completed or has to be done again.</summary>
    private void TouchOf(HouseholdId household, bool signs, JournalEntry entry)
    {
        if (!signs)
        {
            return;
        }

        foreach (var unit in day.Households.Peek(household).Units)
        {
            Touch(unit.Id, entry);
        }
    }

    private void Touch(UnitId id, JournalEntry entry)
    {
        _totals.Touch(entry);
        if (day.Units.Peek(id).Unit is { } unit)
        {
            _buildings.Touch(unit.Building, entry);
        }
    }

    private static UnitsBoard Totals(Day day) => new(
        UnitTotals.Of(day.Stock.Listed.Select(static u => u.Facts)),
        [
            .. day.Stock.Listed
                .GroupBy(static u => u.Unit.Building, static u => u.Facts)
                .OrderBy(static g => g.Key.Value.Length)
                .ThenBy(static g => g.Key.Value, StringComparer.Ordinal)
                .Select(static g => new BuildingTotals(g.Key, UnitTotals.Of(g))),
        ],
        day.Stock.ByType);

    private static BuildingBoard Build(Day day, BuildingId building)
    {
        var units = day.Stock.Listed.Where(u => u.Unit.Building == building).ToList();
        return new(
            building,
            UnitTotals.Of(units.Select(static u => u.Facts)),
            TypeLeft.Count(units, day.Plan),
            [
                .. units
                    .GroupBy(static u => u.Unit.Floor)
                    .OrderByDescending(static g => g.Key)
                    .Select(static g => new BuildingFloor(g.Key,
                    [
                        .. g.OrderBy(static u => u.Unit.Room.Length)
                            .ThenBy(static u => u.Unit.Room, StringComparer.Ordinal)
                            .Select(static u => Cell(u.Facts, u.Unit)),
                    ])),
            ]);
    }

    private static UnitCell Cell(UnitFacts facts, Unit unit) => new(
        unit.Id, unit.Room, facts.Standing, unit.Type, unit.Area, unit.Facing, facts.Until, facts.MaskedName);
}

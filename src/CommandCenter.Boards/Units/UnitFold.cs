using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Units;

/// <summary>Keeps the facts of the flats.</summary>
internal sealed class UnitFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on)
    {
        on.On<UnitsListed>((e, _) => List(e));
        on.On<UnitReserved>((e, _) => Change(e.Unit).Reserve(day.Households[e.Household], e.Until));
        on.On<UnitReleased>((e, _) => Change(e.Unit).Free());
        on.On<UnitConfirmed>((e, _) => Change(e.Unit.Id).Confirm(day.Households[e.Household], e.MaskedName));
        on.On<UnitWithdrawn>((e, _) => Change(e.Unit).Withdraw());
        on.On<UnitReturned>((e, _) => Change(e.Unit).Free());
        on.On<UnitReversed>((e, _) => Change(e.Unit).Free());
        on.On<StepCompleted>((e, _) => Sign(e));
        on.On<SteppedBack>((e, _) => Unsign(e));
    }

    private void List(UnitsListed e)
    {
        foreach (var unit in e.Units)
        {
            Change(unit.Id).Unit = unit;
        }
    }

    private void Sign(StepCompleted e)
    {
        if (day.Plan.FindStep(e.Step)?.Kind == ServiceKind.Signing)
        {
            Sign(e.Household, signed: true);
        }
    }

    /// <summary>Who goes back to signing or before it has yet to sign.</summary>
    private void Unsign(SteppedBack e)
    {
        if (day.Plan.ReachesOnMainLine(e.To, ServiceKind.Signing))
        {
            Sign(e.Household, signed: false);
        }
    }

    private void Sign(HouseholdId household, bool signed)
    {
        foreach (var unit in day.Households[household].Units)
        {
            Change(unit.Id).Sign(signed);
        }
    }

    private UnitFacts Change(UnitId id)
    {
        day.Stock.Changed();
        return day.Units[id];
    }
}

using CommandCenter.Domain.Households;

namespace CommandCenter.Boards.Households;

/// <summary>Keeps the facts of the households: who came, what they chose, what became of them.</summary>
internal sealed class HouseholdFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on)
    {
        on.On<HouseholdRegistered>((e, _) => day.Households[e.Entry.Id].Register(e.Entry));
        on.On<HouseholdCheckedIn>((e, entry) => CheckIn(e, entry.At));
        on.On<SelectionOpened>((e, _) => day.Households[e.Household].Band = e.Band);
        on.On<UnitTaken>((e, _) => Take(e));
        on.On<UnitLost>((e, _) => Lose(e));
        on.On<SelectionDeclined>((e, _) => day.Households[e.Household].Declined = true);
        on.On<SteppedBack>((e, _) => StepBack(e));
        on.On<JourneyCompleted>((e, entry) => day.Households[e.Household].DoneAt = entry.At);
        on.On<HouseholdGaveUp>((e, entry) => day.Households[e.Household].GaveUpAt = entry.At);
    }

    private void CheckIn(HouseholdCheckedIn e, DateTimeOffset at)
    {
        var household = day.Households[e.Household];
        household.CheckedInAt = at;
        household.Present = e.Present;
        household.Proxy = e.Proxy;
        household.Priority = e.Priority;
    }

    private void Take(UnitTaken e)
    {
        var household = day.Households[e.Household];
        household.Units.RemoveAll(u => u.Id == e.Unit.Id);
        household.Units.Add(e.Unit);
        household.Difference = e.Difference;
        household.Declined = false;
    }

    private void Lose(UnitLost e)
    {
        var household = day.Households[e.Household];
        household.Units.RemoveAll(u => u.Id == e.Unit);
        household.Difference = household.Units.Count == 0 ? null : e.Difference;
    }

    /// <summary>Who goes back is not done, and chooses anew.</summary>
    private void StepBack(SteppedBack e)
    {
        var household = day.Households[e.Household];
        household.DoneAt = null;
        household.Declined = false;
    }
}

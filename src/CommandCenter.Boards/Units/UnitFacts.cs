using CommandCenter.Boards.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Units;

/// <summary>What is known of a flat.</summary>
internal sealed class UnitFacts(UnitId id)
{
    public UnitId Id => id;

    /// <summary>The list's row; null before the list is frozen.</summary>
    public Unit? Unit { get; set; }

    public UnitStanding Standing { get; private set; }

    /// <summary>While reserved: until when.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Who has reserved or confirmed it.</summary>
    public HouseholdFacts? Household { get; private set; }

    /// <summary>While confirmed or signed: whose it is, masked.</summary>
    public string? MaskedName { get; private set; }

    /// <summary>Neither taken nor withdrawn; a reserved flat may come back.</summary>
    public bool IsLeft => Standing is UnitStanding.Free or UnitStanding.Reserved;

    public void Reserve(HouseholdFacts household, DateTimeOffset until)
    {
        Become(UnitStanding.Reserved);
        Household = household;
        Until = until;
        household.Reservation = this;
    }

    public void Confirm(HouseholdFacts household, string maskedName)
    {
        Become(UnitStanding.Confirmed);
        Household = household;
        MaskedName = maskedName;
    }

    /// <summary>Signed, or no longer signed, while the confirmation stands.</summary>
    public void Sign(bool signed)
    {
        if (Standing is UnitStanding.Confirmed or UnitStanding.Contracted)
        {
            Standing = signed ? UnitStanding.Contracted : UnitStanding.Confirmed;
        }
    }

    public void Free() => Become(UnitStanding.Free);

    public void Withdraw() => Become(UnitStanding.Withdrawn);

    private void Become(UnitStanding standing)
    {
        if (Household?.Reservation == this)
        {
            Household.Reservation = null;
        }

        Standing = standing;
        Until = null;
        Household = null;
        MaskedName = null;
    }
}

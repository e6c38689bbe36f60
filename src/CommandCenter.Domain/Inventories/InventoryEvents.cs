using System.Collections.Immutable;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Inventories;

/// <summary>The frozen list of flats.</summary>
[Stored("units.listed.v1")]
public sealed record UnitsListed(ImmutableArray<Unit> Units) : IEvent;

/// <summary>A household may choose at a window, within its band.</summary>
[Stored("inventory.household-admitted.v1")]
public sealed record HouseholdAdmitted(HouseholdId Household, WindowId Window, string MaskedName, Band Band) : IEvent;

/// <summary>It left the selection window.</summary>
[Stored("inventory.household-dismissed.v1")]
public sealed record HouseholdDismissed(HouseholdId Household, WindowId Window) : IEvent;

/// <summary>A flat is kept for a household until a moment.</summary>
[Stored("unit.reserved.v1")]
public sealed record UnitReserved(UnitId Unit, HouseholdId Household, WindowId Window, DateTimeOffset Until) : IEvent;

/// <summary>Why a reservation ended.</summary>
public enum ReleaseCause
{
    /// <summary>Given back at the window.</summary>
    Released,

    /// <summary>The time ran out.</summary>
    Expired,

    /// <summary>The household left the window.</summary>
    Left,

    /// <summary>The household reserved another flat.</summary>
    Replaced,
}

/// <summary>A reservation ended.</summary>
[Stored("unit.released.v1")]
public sealed record UnitReleased(UnitId Unit, HouseholdId Household, ReleaseCause Cause) : IEvent;

/// <summary>A flat is taken. Public at once, with the masked name.</summary>
[Stored("unit.confirmed.v1")]
public sealed record UnitConfirmed(Unit Unit, HouseholdId Household, WindowId Window, string MaskedName) : IEvent;

/// <summary>Taken off sale before anyone confirmed it.</summary>
[Stored("unit.withdrawn.v1")]
public sealed record UnitWithdrawn(UnitId Unit, string Reason) : IEvent;

/// <summary>On sale again.</summary>
[Stored("unit.returned.v1")]
public sealed record UnitReturned(UnitId Unit) : IEvent;

/// <summary>One of the two signatures for undoing a confirmation. Role: Commander or Supervisor.</summary>
[Stored("unit.reversal-proposed.v1")]
public sealed record ReversalProposed(UnitId Unit, string Reason, PostRole Role) : IEvent;

/// <summary>Undone under both signatures; free again.</summary>
[Stored("unit.reversed.v1")]
public sealed record UnitReversed(UnitId Unit, HouseholdId Household, WindowId Window, string Reason) : IEvent;

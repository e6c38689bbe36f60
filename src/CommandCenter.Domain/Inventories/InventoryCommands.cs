using System.Collections.Immutable;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Inventories;

/// <summary>Freezes the list of flats; once.</summary>
public sealed record ListUnits(ImmutableArray<Unit> Units) : ICommand;

/// <summary>From the household: it may choose at this window.</summary>
public sealed record AdmitHousehold(HouseholdId Household, WindowId Window, string MaskedName, Band Band) : ICommand;

/// <summary>From the window: the household left.</summary>
public sealed record DismissHousehold(HouseholdId Household, WindowId Window) : ICommand;

/// <summary>Keeps a flat for a household; one at a time, a second replaces the first.</summary>
public sealed record ReserveUnit(HouseholdId Household, UnitId Unit, WindowId Window) : ICommand;

/// <summary>Ends a reservation.</summary>
public sealed record ReleaseUnit(UnitId Unit) : ICommand;

/// <summary>Takes a flat.</summary>
public sealed record ConfirmUnit(HouseholdId Household, UnitId Unit, WindowId Window) : ICommand;

/// <summary>Takes a flat off sale.</summary>
public sealed record WithdrawUnit(UnitId Unit, string Reason) : ICommand;

/// <summary>Puts it on sale again.</summary>
public sealed record ReturnUnit(UnitId Unit) : ICommand;

/// <summary>First signature for undoing a confirmation: commander or supervisor.</summary>
public sealed record ProposeReversal(UnitId Unit, string Reason) : ICommand;

/// <summary>Second signature, by the other of the two.</summary>
public sealed record ApproveReversal(UnitId Unit) : ICommand;

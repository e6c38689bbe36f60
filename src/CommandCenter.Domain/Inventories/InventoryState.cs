using System.Collections.Immutable;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Inventories;

/// <summary>Whether a flat can be had.</summary>
public enum UnitStatus
{
    /// <summary>可选.</summary>
    Free,

    /// <summary>预留中.</summary>
    Reserved,

    /// <summary>已选.</summary>
    Confirmed,

    /// <summary>停售.</summary>
    Withdrawn,
}

/// <summary>A flat and who has it.</summary>
/// <param name="Unit">The flat.</param>
/// <param name="Status">Whether it can be had.</param>
/// <param name="Household">Who reserved or confirmed it.</param>
/// <param name="Window">Where.</param>
/// <param name="Until">When the reservation ends.</param>
/// <param name="Reversal">The first signature under undoing it, if there is one.</param>
public sealed record UnitState(
    Unit Unit, UnitStatus Status = UnitStatus.Free, HouseholdId? Household = null, WindowId? Window = null,
    DateTimeOffset? Until = null, ReversalSignature? Reversal = null);

/// <summary>The first of the two signatures under undoing a confirmation.</summary>
public sealed record ReversalSignature(string Reason, PostRole Role);

/// <summary>A household at a selection window, what it is entitled to in all, and the flat kept for it now.</summary>
public sealed record Admission(WindowId Window, string MaskedName, Band Band, UnitId? Reserved = null);

/// <summary>What a household has confirmed so far.</summary>
/// <param name="Area">Of all its flats, m².</param>
/// <param name="Units">How many.</param>
public readonly record struct Holding(decimal Area, int Units);

/// <summary>All flats of the operation: the one place where no flat can go to two households.</summary>
/// <param name="Units">All flats.</param>
/// <param name="Admitted">Who may choose now.</param>
/// <param name="Held">What each household has confirmed, also when it is at no window.</param>
public sealed record InventoryState(
    ImmutableDictionary<UnitId, UnitState> Units, ImmutableDictionary<HouseholdId, Admission> Admitted,
    ImmutableDictionary<HouseholdId, Holding> Held)
{
    /// <summary>Before the list.</summary>
    public static readonly InventoryState Empty = new(
        ImmutableDictionary<UnitId, UnitState>.Empty,
        ImmutableDictionary<HouseholdId, Admission>.Empty,
        ImmutableDictionary<HouseholdId, Holding>.Empty);

    internal InventoryState With(UnitState unit) => this with { Units = Units.SetItem(unit.Unit.Id, unit) };

    internal InventoryState With(HouseholdId household, Func<Admission, Admission> change) =>
        Admitted.TryGetValue(household, out var admission)
            ? this with { Admitted = Admitted.SetItem(household, change(admission)) }
            : this;

    internal InventoryState Holds(HouseholdId household, decimal area, int units)
    {
        var before = Held.GetValueOrDefault(household);
        return this with { Held = Held.SetItem(household, new(before.Area + area, before.Units + units)) };
    }
}

using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Draws;

/// <summary>The state of <c>draw/order</c>.</summary>
/// <param name="Households">Who takes part; empty before the list is frozen.</param>
/// <param name="HasOrder">Whether the order exists.</param>
public sealed record DrawState(ImmutableArray<HouseholdId> Households, bool HasOrder);

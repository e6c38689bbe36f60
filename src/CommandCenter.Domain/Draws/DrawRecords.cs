using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Draws;

/// <summary>Who takes part in the draw, frozen beforehand.</summary>
[Stored("draw.list-frozen.v1")]
public sealed record DrawListFrozen(ImmutableArray<HouseholdId> Households) : IEvent;

/// <summary>The order that a ball machine or a notary produced, with its evidence.</summary>
[Stored("draw.order-recorded.v1")]
public sealed record DrawOrderRecorded(ImmutableArray<HouseholdId> Order, string Evidence) : IEvent;

/// <summary>The order computed from the frozen list and a public seed.</summary>
[Stored("draw.order-computed.v1")]
public sealed record DrawOrderComputed(ImmutableArray<HouseholdId> Order, string Seed, string Evidence) : IEvent;

/// <summary>Freezes who takes part; once.</summary>
public sealed record FreezeDrawList(ImmutableArray<HouseholdId> Households) : ICommand;

/// <summary>Records an order; once. Every household of the frozen list, each exactly once.</summary>
public sealed record RecordOrder(ImmutableArray<HouseholdId> Order, string Evidence) : ICommand;

/// <summary>Computes the order from a public seed; once.</summary>
public sealed record ComputeOrder(string Seed, string Evidence) : ICommand;

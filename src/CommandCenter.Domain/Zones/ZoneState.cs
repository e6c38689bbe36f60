using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Zones;

/// <summary>A place of the site: open until something else is stated.</summary>
/// <param name="Zone">The place.</param>
/// <param name="Condition">How it is.</param>
/// <param name="Reason">Why, where that was said.</param>
public sealed record ZoneState(ZoneId Zone, ZoneCondition Condition, string? Reason);

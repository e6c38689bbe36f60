using CommandCenter.Domain.Identity;

namespace CommandCenter.Simulation.Scenarios;

/// <summary>When something of the story happens: at a time of day, or with an inject. Exactly one of both.</summary>
/// <param name="TimeOfDay">The time of day; it comes later by what the director postpones.</param>
/// <param name="With">The inject: what belongs to it comes when it does, and stays away when it does.</param>
public sealed record Cue(TimeSpan? TimeOfDay, InjectId? With);

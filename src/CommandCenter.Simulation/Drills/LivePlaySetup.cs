using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Grains.Running;
using CommandCenter.Grains.Time;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Drills;

/// <summary>What a cast plays on a server.</summary>
/// <param name="Scenario">The story.</param>
/// <param name="Seed">What is random follows from it.</param>
/// <param name="Plan">The plan in force.</param>
/// <param name="Lists">Who comes, and the flats.</param>
/// <param name="Start">When the drill's clock began, operation time.</param>
public sealed record LivePlaySetup(Scenario Scenario, long Seed, Plan Plan, AllocationLists Lists, DateTimeOffset Start)
{
    /// <summary>The operation.</summary>
    public required OperationHost Host { get; init; }

    /// <summary>Its clock.</summary>
    public required DrillClock Clock { get; init; }

    /// <summary>The machine's time, for trying again.</summary>
    public TimeProvider System { get; init; } = TimeProvider.System;

    /// <summary>Whether the simulation plays a post now; people may take posts over at any moment.</summary>
    public Func<PostId, bool> IsPlayed { get; init; } = static _ => true;
}

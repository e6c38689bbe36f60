using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Drills;

/// <summary>What a drill is made of.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="PlanHash">The plan's hash.</param>
/// <param name="Lists">Made-up or masked lists, never a live operation's own.</param>
/// <param name="Scenario">The story.</param>
/// <param name="Seed">What is random follows from it.</param>
/// <param name="Speed">Operation seconds per second; 0 jumps from moment to moment.</param>
public sealed record DrillSetup(
    OperationId Operation, Plan Plan, string PlanHash, AllocationLists Lists, Scenario Scenario, long Seed, decimal Speed = 0)
{
    /// <summary>Whether the simulation plays a post now; the others are left to whoever holds them.</summary>
    public Func<PostId, bool> IsPlayed { get; init; } = static _ => true;
}

/// <summary>How far a drill is.</summary>
public readonly record struct DrillProgress(DateTimeOffset Now, long Events, int Completed, int Households);

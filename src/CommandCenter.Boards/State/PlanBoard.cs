using System.Collections.Immutable;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.State;

/// <summary>Topic <c>plan</c>, for those who set the day up: what it rests on, and what is still open before it can begin.</summary>
public sealed record PlanBoard
{
    /// <summary>Its name.</summary>
    public required Label Name { get; init; }

    /// <summary>Live or drill.</summary>
    public required OperationMode Mode { get; init; }

    /// <summary>The phase.</summary>
    public required OperationPhase Phase { get; init; }

    /// <summary>When the plan opens the day.</summary>
    public required DateTimeOffset Opens { get; init; }

    /// <summary>When it closes.</summary>
    public required DateTimeOffset Closes { get; init; }

    /// <summary>SHA-256 of the plan's canonical JSON, hex; empty before one is adopted.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The lists as they were frozen; absent before.</summary>
    public FrozenLists? Lists { get; init; }

    /// <summary>When the order of selection was published.</summary>
    public DateTimeOffset? OrderPublishedAt { get; init; }

    /// <summary>What must be confirmed before opening, in the order in which it is shown.</summary>
    public required ImmutableArray<ReadinessState> Readiness { get; init; }

    /// <summary>The windows of the plan.</summary>
    public required ImmutableArray<PlannedWindow> Windows { get; init; }
}

/// <summary>The lists as they were frozen, with the hashes of their canonical rows (SHA-256, hex).</summary>
public sealed record FrozenLists(int Households, int People, string HouseholdsHash, int Units, string UnitsHash);

/// <summary>A window: whether it serves, what, by whom.</summary>
/// <param name="Window">The window.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Whether it serves.</param>
/// <param name="StepName">The step it serves; its usual one while closed.</param>
/// <param name="Clerk">The post at it.</param>
/// <param name="Served">Households served here.</param>
public sealed record PlannedWindow(WindowId Window, Label Name, WindowStatus Status, Label? StepName, Who? Clerk, int Served);

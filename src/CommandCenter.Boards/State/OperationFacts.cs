using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.State;

/// <summary>What is known of the operation itself.</summary>
internal sealed class OperationFacts
{
    public OperationId? Id { get; set; }

    public OperationMode Mode { get; set; } = OperationMode.Drill;

    public Plan Plan { get; set; } = Plan.Empty;

    public OperationPhase Phase { get; set; } = OperationPhase.Preparing;

    public DateTimeOffset? PhaseSince { get; set; }

    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>The public sentence, while suspended.</summary>
    public string? Sentence { get; set; }

    /// <summary>Who suspended, while suspended.</summary>
    public Who? SuspendedBy { get; set; }

    public int Households { get; set; }

    public int People { get; set; }

    /// <summary>SHA-256 of the plan in force, hex; empty before one is adopted.</summary>
    public string PlanHash { get; set; } = string.Empty;

    /// <summary>The lists as they were frozen.</summary>
    public ListsFrozen? Lists { get; set; }

    public DateTimeOffset? OrderPublishedAt { get; set; }

    public Dictionary<string, (DateTimeOffset At, Who By)> Confirmed { get; } = new(StringComparer.Ordinal);
}

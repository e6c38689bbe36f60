using CommandCenter.Boards.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Queues;

/// <summary>What is known of a ticket.</summary>
internal sealed class TicketFacts(TicketId id, QueueFacts queue, HouseholdFacts household)
{
    public TicketId Id => id;

    public QueueFacts Queue => queue;

    public HouseholdFacts Household => household;

    public required string Number { get; init; }

    public required PriorityReason? Priority { get; init; }

    /// <summary>Draw rank, from 1, in a queue that goes by it.</summary>
    public int? Rank { get; set; }

    /// <summary>Position in the journal, which is the order of issue.</summary>
    public required long Issued { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public TicketStanding Standing { get; set; }

    public WindowId? Window { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public int Passes { get; set; }

    /// <summary>When it was passed last.</summary>
    public DateTimeOffset? PassedAt { get; set; }

    public bool EndOfDay { get; set; }

    /// <summary>The queue's count of calls from which it may be called again.</summary>
    public int AfterCalls { get; set; }

    public string? HoldReason { get; set; }
}

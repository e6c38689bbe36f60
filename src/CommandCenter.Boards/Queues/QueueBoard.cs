using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Boards.Queues;

/// <summary>Topic <c>queue:{step}</c>: who waits, in the order in which they will be called, and what supervision looks at.</summary>
public sealed record QueueBoard
{
    /// <summary>The step.</summary>
    public required StepId Step { get; init; }

    /// <summary>Its name.</summary>
    public required Label Name { get; init; }

    /// <summary>How many wait.</summary>
    public required int Waiting { get; init; }

    /// <summary>
    /// All open tickets: those waiting in the order in which they would be called if nobody else came, then those called
    /// and in service, passed, and held, each by issue.
    /// </summary>
    public required ImmutableArray<QueueTicket> Tickets { get; init; }

    /// <summary>The newest calls, newest first; at most ten.</summary>
    public required ImmutableArray<QueueCall> LastCalls { get; init; }

    /// <summary>Calls with priority or out of order, newest first; at most a hundred.</summary>
    public required ImmutableArray<QueueCall> Exceptions { get; init; }

    /// <summary>All calls so far.</summary>
    public required int Calls { get; init; }

    /// <summary>Of them with priority.</summary>
    public required int PriorityCalls { get; init; }

    /// <summary>Of them out of order.</summary>
    public required int OutOfOrderCalls { get; init; }

    /// <summary>Passes so far.</summary>
    public required int Passes { get; init; }
}

/// <summary>An open ticket.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Number">For people, e.g. S057.</param>
/// <param name="Household">The household's number.</param>
/// <param name="MaskedName">The head's name, masked.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Since">Issued at: the wait counts from here.</param>
/// <param name="Priority">Why it has priority, if it has.</param>
/// <param name="Rank">Draw rank, from 1, in a queue that goes by it.</param>
/// <param name="Window">The window it is called to or served at.</param>
/// <param name="Passes">How often it was passed.</param>
/// <param name="EndOfDay">It comes after everyone else.</param>
/// <param name="AfterCalls">Calls that still go before it because it was passed; 0 for none.</param>
/// <param name="HoldReason">Why it is held.</param>
public sealed record QueueTicket(
    TicketId Ticket, string Number, string Household, string MaskedName, TicketStanding Standing, DateTimeOffset Since,
    PriorityReason? Priority, int? Rank, WindowId? Window, int Passes, bool EndOfDay, int AfterCalls, string? HoldReason);

/// <summary>A call.</summary>
/// <param name="Sequence">Its place in the journal.</param>
/// <param name="Ticket">The ticket.</param>
/// <param name="Number">For people, e.g. S057.</param>
/// <param name="Household">The household's number.</param>
/// <param name="Window">To which window.</param>
/// <param name="At">When.</param>
/// <param name="Kind">In order, with priority, out of order, or resumed.</param>
/// <param name="Priority">The priority reason of the ticket.</param>
/// <param name="Reason">The reason given for calling out of order.</param>
/// <param name="By">The post at the window.</param>
public sealed record QueueCall(
    long Sequence, TicketId Ticket, string Number, string Household, WindowId Window, DateTimeOffset At, CallKind Kind,
    PriorityReason? Priority, string? Reason, Who? By);

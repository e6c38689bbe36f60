using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Queues;

/// <summary>Why a ticket was called now.</summary>
public enum CallKind
{
    /// <summary>It was next.</summary>
    InOrder,

    /// <summary>With priority; visible to supervision.</summary>
    Priority,

    /// <summary>Out of order with a reason; listed for supervision.</summary>
    OutOfOrder,

    /// <summary>Held at a window before and taken up again.</summary>
    Resumed,
}

/// <summary>The draw order came into force for this queue. Ranks count from 1.</summary>
[Stored("queue.ranked.v1")]
public sealed record QueueRanked(StepId Step, ImmutableArray<HouseholdId> Order) : IEvent;

/// <summary>A household waits.</summary>
[Stored("ticket.issued.v1")]
public sealed record TicketIssued(
    TicketId Ticket, string Number, StepId Step, HouseholdId Household, PriorityReason? Priority, int? Rank, DateTimeOffset IssuedAt) : IEvent;

/// <summary>A ticket was called to a window.</summary>
[Stored("ticket.called.v1")]
public sealed record TicketCalled(
    TicketId Ticket, string Number, StepId Step, HouseholdId Household, WindowId Window, CallKind Kind,
    PriorityReason? Priority, string? Reason, DateTimeOffset IssuedAt) : IEvent;

/// <summary>The window could not take it; it waits at its old place.</summary>
[Stored("ticket.returned.v1")]
public sealed record TicketReturned(TicketId Ticket, StepId Step, HouseholdId Household, WindowId Window) : IEvent;

/// <summary>The household did not appear. Count: how often by now; EndOfDay: it now comes after everyone else.</summary>
[Stored("ticket.passed.v1")]
public sealed record TicketPassed(TicketId Ticket, StepId Step, HouseholdId Household, int Count, bool EndOfDay) : IEvent;

/// <summary>It reported back and waits again. AfterCalls: the queue's count of calls from which it may be called.</summary>
[Stored("ticket.requeued.v1")]
public sealed record TicketRequeued(TicketId Ticket, StepId Step, HouseholdId Household, int AfterCalls) : IEvent;

/// <summary>Put aside: at the window that is named, or by the household for a side step.</summary>
[Stored("ticket.held.v1")]
public sealed record TicketHeld(TicketId Ticket, StepId Step, HouseholdId Household, WindowId? Window, string Reason) : IEvent;

/// <summary>Waits again at its old place.</summary>
[Stored("ticket.resumed.v1")]
public sealed record TicketResumed(TicketId Ticket, StepId Step, HouseholdId Household) : IEvent;

/// <summary>Served.</summary>
[Stored("ticket.completed.v1")]
public sealed record TicketCompleted(TicketId Ticket, StepId Step, HouseholdId Household, WindowId Window) : IEvent;

/// <summary>Ended without service: transferred, stepped back, given up. Window: where it was called to, if it was.</summary>
[Stored("ticket.ended.v1")]
public sealed record TicketEnded(TicketId Ticket, StepId Step, HouseholdId Household, WindowId? Window, string Reason) : IEvent;

/// <summary>A window asked while nobody could be called; it gets the next one.</summary>
[Stored("queue.window-waiting.v1")]
public sealed record WindowWaiting(StepId Step, WindowId Window) : IEvent;

/// <summary>A waiting window no longer waits.</summary>
[Stored("queue.window-withdrawn.v1")]
public sealed record WindowWithdrawn(StepId Step, WindowId Window) : IEvent;

/// <summary>A window asked for a ticket that it cannot have. Code: the refusal's code.</summary>
[Stored("queue.call-declined.v1")]
public sealed record CallDeclined(StepId Step, WindowId Window, TicketId? Ticket, string Code) : IEvent;

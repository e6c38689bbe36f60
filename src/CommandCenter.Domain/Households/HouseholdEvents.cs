using System.Collections.Immutable;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Households;

/// <summary>The household is on the frozen list.</summary>
[Stored("household.registered.v1")]
public sealed record HouseholdRegistered(HouseholdEntry Entry) : IEvent;

/// <summary>The household came: who is present, who signs, why it has priority. Next is the first step with a queue.</summary>
[Stored("household.checked-in.v1")]
public sealed record HouseholdCheckedIn(
    HouseholdId Household, ImmutableArray<int> Present, Proxy? Proxy, PriorityReason? Priority, StepId Next) : IEvent;

/// <summary>It holds a ticket of a step.</summary>
[Stored("household.queued.v1")]
public sealed record HouseholdQueued(HouseholdId Household, StepId Step, TicketId Ticket, string Number) : IEvent;

/// <summary>A ticket came that it no longer waits for: it has left, or gone to another step meanwhile. The ticket ends.</summary>
[Stored("household.ticket-unclaimed.v1")]
public sealed record TicketUnclaimed(HouseholdId Household, StepId Step, TicketId Ticket) : IEvent;

/// <summary>It was called to a window (which does not mean that it is there); the window gets the ticket.</summary>
[Stored("household.notified.v1")]
public sealed record HouseholdNotified(
    HouseholdId Household, StepId Step, TicketId Ticket, string Number, WindowId Window, PriorityReason? Priority) : IEvent;

/// <summary>It did not appear.</summary>
[Stored("household.passed.v1")]
public sealed record HouseholdPassed(HouseholdId Household, StepId Step, TicketId Ticket, int Count) : IEvent;

/// <summary>It is back after a pass.</summary>
[Stored("household.reported-back.v1")]
public sealed record HouseholdReportedBack(HouseholdId Household, StepId Step, TicketId Ticket) : IEvent;

/// <summary>The ticket waits again or is aside: held at the window, or returned because the window could not take it.</summary>
[Stored("household.waiting-again.v1")]
public sealed record HouseholdWaitingAgain(HouseholdId Household, StepId Step, TicketId Ticket) : IEvent;

/// <summary>It is being served.</summary>
[Stored("household.step-started.v1")]
public sealed record StepStarted(HouseholdId Household, StepId Step, TicketId Ticket, WindowId Window) : IEvent;

/// <summary>At a selection window: what it is entitled to, and the flats that are its own already.</summary>
[Stored("household.selection-opened.v1")]
public sealed record SelectionOpened(
    HouseholdId Household, WindowId Window, string MaskedName, Band Band, ImmutableArray<UnitId> Holds) : IEvent;

/// <summary>It left the selection window, for whatever reason; the choice is over.</summary>
[Stored("household.selection-closed.v1")]
public sealed record SelectionClosed(HouseholdId Household, WindowId Window) : IEvent;

/// <summary>A flat is its own; the worked difference stands line by line.</summary>
[Stored("household.unit-taken.v1")]
public sealed record UnitTaken(HouseholdId Household, Unit Unit, WorkedDifference Difference) : IEvent;

/// <summary>A confirmation was reversed; the household chooses again.</summary>
[Stored("household.unit-lost.v1")]
public sealed record UnitLost(HouseholdId Household, UnitId Unit, string Reason, WorkedDifference Difference) : IEvent;

/// <summary>It chose none of the flats left.</summary>
[Stored("household.declined.v1")]
public sealed record SelectionDeclined(HouseholdId Household, WindowId? Window, string Reason) : IEvent;

/// <summary>A step is complete. Next: the step that follows, or null at the end of the line.</summary>
[Stored("household.step-completed.v1")]
public sealed record StepCompleted(HouseholdId Household, StepId Step, TicketId Ticket, WindowId Window, string? Outcome, StepId? Next,
    PriorityReason? Priority) : IEvent;

/// <summary>Everything is done. Amount: what was settled, yuan, positive paid by the household; null where it declined.</summary>
[Stored("household.journey-completed.v1")]
public sealed record JourneyCompleted(HouseholdId Household, bool Declined, decimal? Amount) : IEvent;

/// <summary>A ticket that ends with an event of its household. Stored in the journal.</summary>
public sealed record OpenTicket(StepId Step, TicketId Ticket);

/// <summary>Back to an earlier step, with a reason; an explicit act. From: null after the end of the line. Ends: its open tickets.</summary>
[Stored("household.stepped-back.v1")]
public sealed record SteppedBack(
    HouseholdId Household, StepId? From, StepId To, string Reason, ImmutableArray<OpenTicket> Ends, PriorityReason? Priority) : IEvent;

/// <summary>It wants a side step (consultation, reception). Ticket: the main-line ticket that must be put aside first, or null.</summary>
[Stored("household.visit-wished.v1")]
public sealed record VisitWished(HouseholdId Household, StepId Step, TicketId? Aside, StepId? AsideStep) : IEvent;

/// <summary>The way to the side step is free; it gets a ticket there.</summary>
[Stored("household.visit-began.v1")]
public sealed record VisitBegan(HouseholdId Household, StepId Step, PriorityReason? Priority) : IEvent;

/// <summary>The side step is done; the ticket put aside waits again.</summary>
[Stored("household.visit-ended.v1")]
public sealed record VisitEnded(HouseholdId Household, StepId Step, TicketId? Aside, StepId? AsideStep) : IEvent;

/// <summary>It leaves for good, with a reason. Ends: its open tickets.</summary>
[Stored("household.gave-up.v1")]
public sealed record HouseholdGaveUp(HouseholdId Household, string Reason, ImmutableArray<OpenTicket> Ends) : IEvent;

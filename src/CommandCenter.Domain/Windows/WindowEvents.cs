using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Windows;

/// <summary>The window serves a step. Clerk: the post at it.</summary>
[Stored("window.opened.v1")]
public sealed record WindowOpened(WindowId Window, StepId Step, string Clerk) : IEvent;

/// <summary>No calls until opened again; who is at the window is served to the end. BySuspension: goes on by itself when the day does.</summary>
[Stored("window.paused.v1")]
public sealed record WindowPaused(WindowId Window, StepId Step, string Reason, bool BySuspension) : IEvent;

/// <summary>Closed.</summary>
[Stored("window.closed.v1")]
public sealed record WindowClosed(WindowId Window, StepId Step) : IEvent;

/// <summary>The clerk is ready for the next household.</summary>
[Stored("window.next-asked.v1")]
public sealed record NextAsked(WindowId Window, StepId Step) : IEvent;

/// <summary>The clerk asks for one ticket: out of order with a reason, or a held one.</summary>
[Stored("window.ticket-asked.v1")]
public sealed record TicketAsked(WindowId Window, StepId Step, TicketId Ticket, string? Reason, bool Held) : IEvent;

/// <summary>What was asked for cannot be had; the window is free. Code: the refusal's code.</summary>
[Stored("window.ask-declined.v1")]
public sealed record AskDeclined(WindowId Window, StepId Step, TicketId? Ticket, string Code) : IEvent;

/// <summary>A ticket is called to this window. Until: when the first recall is due.</summary>
[Stored("window.ticket-seated.v1")]
public sealed record TicketSeated(
    WindowId Window, StepId Step, TicketId Ticket, string Number, HouseholdId Household, PriorityReason? Priority,
    DateTimeOffset CalledAt, DateTimeOffset Until) : IEvent;

/// <summary>The window gives a called ticket back: it is paused, closed or busy, or calling stopped before the household came.</summary>
[Stored("window.seat-declined.v1")]
public sealed record SeatDeclined(WindowId Window, StepId Step, TicketId Ticket, HouseholdId Household) : IEvent;

/// <summary>Called again. Count from 1; Until: when the next recall or the pass is due.</summary>
[Stored("window.recalled.v1")]
public sealed record TicketRecalled(
    WindowId Window, StepId Step, TicketId Ticket, string Number, HouseholdId Household, int Count, DateTimeOffset Until) : IEvent;

/// <summary>The household is at the window.</summary>
[Stored("window.household-arrived.v1")]
public sealed record HouseholdArrived(WindowId Window, StepId Step, TicketId Ticket, HouseholdId Household, DateTimeOffset ArrivedAt) : IEvent;

/// <summary>Service began.</summary>
[Stored("window.service-started.v1")]
public sealed record ServiceStarted(
    WindowId Window, StepId Step, TicketId Ticket, string Number, HouseholdId Household, DateTimeOffset StartedAt) : IEvent;

/// <summary>At a selection window: a flat is confirmed (Unit) or the household declined (null).</summary>
[Stored("window.selection-settled.v1")]
public sealed record SelectionSettled(WindowId Window, HouseholdId Household, UnitId? Unit) : IEvent;

/// <summary>At a selection window: a confirmation was reversed before the service ended.</summary>
[Stored("window.selection-unsettled.v1")]
public sealed record SelectionUnsettled(WindowId Window, HouseholdId Household, UnitId Unit) : IEvent;

/// <summary>Service ended.</summary>
[Stored("window.service-completed.v1")]
public sealed record ServiceCompleted(
    WindowId Window, StepId Step, TicketId Ticket, string Number, HouseholdId Household, string? Outcome, string? Note,
    DateTimeOffset CalledAt, DateTimeOffset ArrivedAt, DateTimeOffset StartedAt) : IEvent;

/// <summary>The household did not appear after all recalls.</summary>
[Stored("window.no-show.v1")]
public sealed record NoShow(WindowId Window, StepId Step, TicketId Ticket, string Number, HouseholdId Household) : IEvent;

/// <summary>The ticket is put aside, with a reason.</summary>
[Stored("window.ticket-held.v1")]
public sealed record TicketSetAside(WindowId Window, StepId Step, TicketId Ticket, HouseholdId Household, string Reason) : IEvent;

/// <summary>The household is sent to another step, with a reason.</summary>
[Stored("window.transferred.v1")]
public sealed record TicketTransferred(
    WindowId Window, StepId Step, TicketId Ticket, HouseholdId Household, StepId To, string Reason) : IEvent;

/// <summary>The ticket left the window without service: ended elsewhere (the household gave up or stepped back), or given back because calling stopped.</summary>
[Stored("window.released.v1")]
public sealed record WindowReleased(WindowId Window, StepId Step, TicketId Ticket, HouseholdId Household) : IEvent;

using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Households;

/// <summary>Puts the household on the list; once.</summary>
public sealed record RegisterHousehold(HouseholdEntry Entry) : ICommand;

/// <summary>Checks in: member numbers present (at least one, or a proxy), an own proxy, a priority reason.</summary>
public sealed record CheckIn(ImmutableArray<int> Present, Proxy? Proxy, PriorityReason? Priority) : ICommand;

/// <summary>Back after a pass.</summary>
public sealed record ReportBack : ICommand;

/// <summary>Goes to a side step; a waiting main-line ticket is put aside meanwhile.</summary>
public sealed record Visit(StepId Step) : ICommand;

/// <summary>Chooses none of the flats left.</summary>
public sealed record Decline(string Reason) : ICommand;

/// <summary>Returns to an earlier step.</summary>
public sealed record StepBack(StepId To, string Reason) : ICommand;

/// <summary>Leaves for good 弃号.</summary>
public sealed record GiveUp(string Reason) : ICommand;

/// <summary>From the queue: a ticket was issued.</summary>
public sealed record NoteTicket(StepId Step, TicketId Ticket, string Number) : ICommand;

/// <summary>From the queue: called to a window.</summary>
public sealed record Notify(StepId Step, TicketId Ticket, string Number, WindowId Window) : ICommand;

/// <summary>From the queue: the ticket is aside or waits again; a wished visit may begin.</summary>
public sealed record NoteWaiting(TicketId Ticket) : ICommand;

/// <summary>From the queue: passed.</summary>
public sealed record NotePass(StepId Step, TicketId Ticket, int Count) : ICommand;

/// <summary>From the window: service started.</summary>
public sealed record BeginStep(StepId Step, TicketId Ticket, WindowId Window) : ICommand;

/// <summary>From the window: service completed.</summary>
public sealed record CompleteStep(StepId Step, TicketId Ticket, WindowId Window, string? Outcome) : ICommand;

/// <summary>From the window: sent on to another step, with a reason.</summary>
public sealed record TransferTo(StepId From, TicketId Ticket, StepId To, string Reason) : ICommand;

/// <summary>From the inventory: a flat is confirmed.</summary>
public sealed record TakeUnit(Unit Unit) : ICommand;

/// <summary>From the inventory: a confirmation was reversed.</summary>
public sealed record LoseUnit(UnitId Unit, string Reason) : ICommand;

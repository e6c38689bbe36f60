using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Windows;

/// <summary>Opens for a step that the plan allows here; without one for the usual step. Also ends a pause.</summary>
public sealed record OpenWindow(StepId? Step) : ICommand;

/// <summary>Takes no further calls.</summary>
public sealed record PauseWindow(string Reason) : ICommand;

/// <summary>Closes; only when nobody is called to it or at it.</summary>
public sealed record CloseWindow : ICommand;

/// <summary>Asks for the next household.</summary>
public sealed record CallNext : ICommand;

/// <summary>Asks for one ticket out of order, with a reason.</summary>
public sealed record CallTicket(TicketId Ticket, string Reason) : ICommand;

/// <summary>Calls again.</summary>
public sealed record Recall : ICommand;

/// <summary>The household is here.</summary>
public sealed record Arrive : ICommand;

/// <summary>Service begins; counts as arrival where that was not said before.</summary>
public sealed record StartService : ICommand;

/// <summary>Service ends.</summary>
public sealed record CompleteService(string? Outcome, string? Note) : ICommand;

/// <summary>The household did not appear; only after all recalls.</summary>
public sealed record Pass : ICommand;

/// <summary>Puts the ticket aside.</summary>
public sealed record Hold(string Reason) : ICommand;

/// <summary>Takes a held ticket up again.</summary>
public sealed record ResumeHeld(TicketId Ticket) : ICommand;

/// <summary>Sends the household to another step.</summary>
public sealed record Transfer(StepId Step, string Reason) : ICommand;

/// <summary>From the operation: the day is suspended.</summary>
public sealed record SuspendWindow(string Sentence) : ICommand;

/// <summary>From the operation: the day goes on.</summary>
public sealed record ResumeWindow : ICommand;

/// <summary>From the queue: a ticket is called to this window.</summary>
public sealed record SeatTicket(TicketId Ticket, string Number, StepId Step, HouseholdId Household, PriorityReason? Priority) : ICommand;

/// <summary>From the queue: what was asked for cannot be had.</summary>
public sealed record DeclineAsk(TicketId? Ticket, string Code) : ICommand;

/// <summary>From inventory or household: the choice is made (Unit) or declined (null).</summary>
public sealed record SettleSelection(HouseholdId Household, UnitId? Unit) : ICommand;

/// <summary>From the household: a confirmation was reversed.</summary>
public sealed record UnsettleSelection(HouseholdId Household, UnitId Unit) : ICommand;

/// <summary>From the queue: the ticket ended elsewhere.</summary>
public sealed record ReleaseWindow(TicketId Ticket) : ICommand;

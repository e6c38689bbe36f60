using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Queues;

/// <summary>Sets the draw order; once.</summary>
public sealed record RankQueue(ImmutableArray<HouseholdId> Order) : ICommand;

/// <summary>Issues a ticket; a household has at most one open ticket in a queue.</summary>
public sealed record IssueTicket(HouseholdId Household, PriorityReason? Priority) : ICommand;

/// <summary>Calls who is next to a window.</summary>
public sealed record CallNextTo(WindowId Window) : ICommand;

/// <summary>Calls one ticket to a window: out of order with a reason, or a held one again.</summary>
public sealed record CallTicketTo(WindowId Window, TicketId Ticket, string? Reason, bool Held) : ICommand;

/// <summary>The window will not call after all (paused, closed).</summary>
public sealed record WithdrawWindow(WindowId Window) : ICommand;

/// <summary>The window could not take the ticket.</summary>
public sealed record ReturnTicket(TicketId Ticket, WindowId Window) : ICommand;

/// <summary>The household did not appear at the window.</summary>
public sealed record PassTicket(TicketId Ticket, WindowId Window) : ICommand;

/// <summary>The household is back.</summary>
public sealed record RequeueTicket(TicketId Ticket) : ICommand;

/// <summary>Holds the ticket at a window there, until a window takes it up again.</summary>
public sealed record HoldTicket(TicketId Ticket, WindowId Window, string Reason) : ICommand;

/// <summary>
/// Puts a ticket aside while its household goes to a side step: the one at the named window, or one that waits or is held.
/// No window can take it up before the household is back.
/// </summary>
public sealed record PutTicketAside(TicketId Ticket, WindowId? Window, string Reason) : ICommand;

/// <summary>Lets a held ticket wait again.</summary>
public sealed record ResumeTicket(TicketId Ticket) : ICommand;

/// <summary>The service is completed.</summary>
public sealed record CompleteTicket(TicketId Ticket, WindowId Window) : ICommand;

/// <summary>Ends a ticket without service.</summary>
public sealed record EndTicket(TicketId Ticket, string Reason) : ICommand;

using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Groups;

/// <summary>Comes on duty.</summary>
public sealed record SignIn(MemberId Member) : ICommand;

/// <summary>Goes off duty.</summary>
public sealed record SignOut(MemberId Member) : ICommand;

/// <summary>Reports from a zone.</summary>
public sealed record CallRoll(MemberId Member, ZoneId Zone) : ICommand;

/// <summary>Gives the group an order. Assignment: chosen by the sender; without one it follows from the group's count.</summary>
public sealed record Assign(AssignmentId? Assignment, string Text, DateTimeOffset Due, IncidentId? Incident, MeetingId? Meeting) : ICommand;

/// <summary>Takes an order on.</summary>
public sealed record AcceptAssignment(AssignmentId Assignment) : ICommand;

/// <summary>Refuses an order with a reason.</summary>
public sealed record RefuseAssignment(AssignmentId Assignment, string Reason) : ICommand;

/// <summary>Answers an order.</summary>
public sealed record FinishAssignment(AssignmentId Assignment, string Answer) : ICommand;

/// <summary>From the incident: it is over or another group's, and so are the orders that came with it.</summary>
public sealed record EndIncidentAssignments(IncidentId Incident, string Answer) : ICommand;

/// <summary>Offers the lead to a member.</summary>
public sealed record OfferLead(MemberId To) : ICommand;

/// <summary>Takes the offered lead. Member: who takes it; must be the one it was offered to.</summary>
public sealed record TakeLead(MemberId Member) : ICommand;

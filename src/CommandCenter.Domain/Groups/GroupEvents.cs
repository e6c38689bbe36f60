using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Groups;

/// <summary>A member is on duty. Next: when the first report is due.</summary>
[Stored("group.signed-in.v1")]
public sealed record MemberSignedIn(GroupId Group, MemberId Member, DateTimeOffset Next) : IEvent;

/// <summary>A member is off duty.</summary>
[Stored("group.signed-out.v1")]
public sealed record MemberSignedOut(GroupId Group, MemberId Member) : IEvent;

/// <summary>A member reported from a zone. Next: when the next report is due.</summary>
[Stored("group.roll-called.v1")]
public sealed record RollCalled(GroupId Group, MemberId Member, ZoneId Zone, DateTimeOffset Next) : IEvent;

/// <summary>A member on duty did not report in time. Red: beyond the grace as well. Next: when amber becomes red.</summary>
[Stored("group.roll-missed.v2")]
public sealed record RollMissed(GroupId Group, MemberId Member, bool Red, DateTimeOffset? Next) : IEvent;

/// <summary>An order: who does what by when.</summary>
[Stored("assignment.sent.v1")]
public sealed record AssignmentSent(
    GroupId Group, AssignmentId Assignment, string Text, DateTimeOffset Due, IncidentId? Incident, MeetingId? Meeting, string From) : IEvent;

/// <summary>The group does it.</summary>
[Stored("assignment.accepted.v1")]
public sealed record AssignmentAccepted(GroupId Group, AssignmentId Assignment, string By) : IEvent;

/// <summary>The group cannot, with a reason.</summary>
[Stored("assignment.refused.v1")]
public sealed record AssignmentRefused(GroupId Group, AssignmentId Assignment, string By, string Reason) : IEvent;

/// <summary>Done, with an answer.</summary>
[Stored("assignment.done.v1")]
public sealed record AssignmentDone(GroupId Group, AssignmentId Assignment, string By, string Answer) : IEvent;

/// <summary>
/// Not done in time. Level 1: leader, 2: deputy, 3: commander; a level that nobody on duty holds is skipped.
/// EscalatedTo: the member (1, 2) or the post (3), empty when nobody holds any. Next: when the next level is due.
/// </summary>
[Stored("assignment.overdue.v1")]
public sealed record AssignmentOverdue(
    GroupId Group, AssignmentId Assignment, int Level, string EscalatedTo, DateTimeOffset? Next) : IEvent;

/// <summary>The lead is offered to a member.</summary>
[Stored("group.lead-offered.v1")]
public sealed record LeadOffered(GroupId Group, MemberId To, string By) : IEvent;

/// <summary>The lead is taken.</summary>
[Stored("group.lead-taken.v1")]
public sealed record LeadTaken(GroupId Group, MemberId Lead, string By) : IEvent;

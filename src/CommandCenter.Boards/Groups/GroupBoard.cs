using System.Collections.Immutable;
using CommandCenter.Boards.Incidents;
using CommandCenter.Boards.Site;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Zones;

namespace CommandCenter.Boards.Groups;

/// <summary>Whether a member on duty missed a roll call.</summary>
public enum RollCallMiss
{
    /// <summary>Reported in time, or not on duty.</summary>
    None,

    /// <summary>Late.</summary>
    Amber,

    /// <summary>Late beyond the grace.</summary>
    Red,
}

/// <summary>How far an order is.</summary>
public enum AssignmentStage
{
    /// <summary>Sent, not yet answered.</summary>
    Sent,

    /// <summary>The group does it.</summary>
    Accepted,

    /// <summary>The group cannot; somebody above has yet to answer that.</summary>
    Refused,

    /// <summary>Done.</summary>
    Done,
}

/// <summary>Topic <c>group:{id}</c>: who is on duty where, what the group has to do.</summary>
public sealed record GroupBoard
{
    /// <summary>The group.</summary>
    public required GroupId Group { get; init; }

    /// <summary>Its name.</summary>
    public required Label Name { get; init; }

    /// <summary>Its light, as on the wall.</summary>
    public required Light Light { get; init; }

    /// <summary>Who leads it now.</summary>
    public GroupPerson? Lead { get; init; }

    /// <summary>Who stands in.</summary>
    public GroupPerson? Deputy { get; init; }

    /// <summary>To whom the lead is offered, while the offer stands.</summary>
    public GroupPerson? Offered { get; init; }

    /// <summary>The zones it keeps.</summary>
    public required ImmutableArray<GroupZone> Zones { get; init; }

    /// <summary>Members on the roster.</summary>
    public required int Roster { get; init; }

    /// <summary>Members on duty.</summary>
    public required int OnDuty { get; init; }

    /// <summary>Of them late with their report.</summary>
    public required int Late { get; init; }

    /// <summary>Everyone of the roster, in its order, and whoever else signed in.</summary>
    public required ImmutableArray<DutyMember> Members { get; init; }

    /// <summary>Orders: those that still need somebody first, by due time, the refused among them; then those done, the newest first, at most fifty.</summary>
    public required ImmutableArray<GroupOrder> Orders { get; init; }

    /// <summary>Open incidents that the group owns, worst first. Confidential ones without their text.</summary>
    public required ImmutableArray<IncidentLine> Incidents { get; init; }
}

/// <summary>A person of a group.</summary>
public sealed record GroupPerson(MemberId Member, string Name);

/// <summary>A zone that a group keeps, or that somebody reported from.</summary>
/// <param name="Zone">The place.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">How it is.</param>
/// <param name="Reason">Why, where that was said.</param>
public sealed record GroupZone(ZoneId Zone, Label Name, ZoneCondition State, string? Reason);

/// <summary>A member and the duty; never a rating.</summary>
/// <param name="Member">The member.</param>
/// <param name="Name">Name.</param>
/// <param name="Since">On duty since; absent while off duty.</param>
/// <param name="Zone">Where the last report came from.</param>
/// <param name="ReportedAt">When that was.</param>
/// <param name="NextReport">When the next report is due.</param>
/// <param name="Missed">Whether it is late.</param>
public sealed record DutyMember(
    MemberId Member, string Name, DateTimeOffset? Since, GroupZone? Zone, DateTimeOffset? ReportedAt, DateTimeOffset? NextReport,
    RollCallMiss Missed);

/// <summary>An order: who does what by when.</summary>
/// <param name="Assignment">The order.</param>
/// <param name="Group">Whose it is.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="From">Who gave it.</param>
/// <param name="SentAt">When it was given.</param>
/// <param name="Due">By when.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="OverdueLevel">0 in time; 1 leader, 2 deputy, 3 commander have been told that it is not done. Stays when it is done after all.</param>
/// <param name="EscalatedTo">Who was told last.</param>
/// <param name="By">Who accepted, refused or did it.</param>
/// <param name="Reply">The reason of a refusal, or the answer.</param>
/// <param name="EndedAt">When it was refused or done.</param>
/// <param name="Incident">The incident it belongs to.</param>
/// <param name="Meeting">The meeting that decided it.</param>
public sealed record GroupOrder(
    AssignmentId Assignment, GroupId Group, string Text, Who? From, DateTimeOffset SentAt, DateTimeOffset Due, AssignmentStage Stage,
    int OverdueLevel, Who? EscalatedTo, Who? By, string? Reply, DateTimeOffset? EndedAt, IncidentId? Incident, MeetingId? Meeting)
{
    internal static GroupOrder Of(GroupId group, AssignmentFacts a) => new(
        a.Id, group, a.Text, a.From, a.SentAt, a.Due, a.Stage, a.OverdueLevel, a.EscalatedTo, a.By, a.Reply, a.EndedAt, a.Incident, a.Meeting);
}

using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Groups;

/// <summary>How far an order has come.</summary>
public enum AssignmentStatus
{
    /// <summary>Given; nobody has said yes or no.</summary>
    Sent,

    /// <summary>The group does it.</summary>
    Accepted,

    /// <summary>The group cannot; stays visible until somebody above answers it.</summary>
    Refused,

    /// <summary>Answered.</summary>
    Done,
}

/// <summary>An order as its group holds it.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Due">By when.</param>
/// <param name="Incident">The incident it belongs to.</param>
/// <param name="Meeting">The meeting that decided it.</param>
/// <param name="From">Who gave it.</param>
public sealed record Assignment(string Text, DateTimeOffset Due, IncidentId? Incident, MeetingId? Meeting, string From)
{
    /// <summary>How far it has come.</summary>
    public AssignmentStatus Status { get; init; }

    /// <summary>Who accepted, refused or answered it last.</summary>
    public string? By { get; init; }

    /// <summary>The reason of the refusal, then the answer.</summary>
    public string? Answer { get; init; }

    /// <summary>The level told that it is overdue, 0 before the first.</summary>
    public int Level { get; init; }

    /// <summary>When the next level is told, or null at the end of the line.</summary>
    public DateTimeOffset? Escalates { get; init; } = Due;

    /// <summary>Whether the group's clock runs.</summary>
    public bool IsOpen => Status is AssignmentStatus.Sent or AssignmentStatus.Accepted;

    /// <summary>
    /// Whether it came with an incident and ends with it. Such an order has no clock of its own: the incident's clock to
    /// resolve runs out at the same moment, and one signal is enough.
    /// </summary>
    public bool FollowsIncident => Incident is not null && new Actor(From).IsSystem;

    /// <summary>Whether it asks for the same.</summary>
    public bool AsksFor(Assign c) => (Text, Due, Incident, Meeting) == (c.Text, c.Due, c.Incident, c.Meeting);
}

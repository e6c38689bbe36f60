using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Groups;

/// <summary>How a member stands with the roll call.</summary>
public enum RollMark
{
    /// <summary>Reported in time.</summary>
    InTime,

    /// <summary>A report was missed.</summary>
    Amber,

    /// <summary>The grace was missed as well.</summary>
    Red,
}

/// <summary>A member's roll call.</summary>
/// <param name="Due">When the next mark falls unless the member reports; null once red.</param>
/// <param name="Mark">How the member stands.</param>
public sealed record RollClock(DateTimeOffset? Due, RollMark Mark);

/// <summary>A task group: who is on duty, who leads, what it was told to do. Roster and leader come from the plan.</summary>
public sealed record GroupState(GroupId Group)
{
    /// <summary>Members on duty with their roll call.</summary>
    public ImmutableDictionary<MemberId, RollClock> OnDuty { get; init; } = ImmutableDictionary<MemberId, RollClock>.Empty;

    /// <summary>Who took the lead, or null while it is the plan's leader.</summary>
    public MemberId? Lead { get; init; }

    /// <summary>Whom the lead is offered to.</summary>
    public MemberId? Offered { get; init; }

    /// <summary>All orders ever given.</summary>
    public ImmutableDictionary<AssignmentId, Assignment> Assignments { get; init; } =
        ImmutableDictionary<AssignmentId, Assignment>.Empty;

    /// <summary>Who leads now.</summary>
    public MemberId LeadOf(TaskGroupPlan plan) => Lead ?? plan.Leader;

    /// <summary>The next id that nobody has taken, counted from the orders given so far.</summary>
    public AssignmentId NextAssignment()
    {
        var n = Assignments.Count;
        AssignmentId id;
        do
        {
            id = new($"{Group}-a{++n:000}");
        }
        while (Assignments.ContainsKey(id));

        return id;
    }

    /// <summary>The state with one order changed.</summary>
    public GroupState Change(AssignmentId id, Func<Assignment, Assignment> change) =>
        this with { Assignments = Assignments.SetItem(id, change(Assignments[id])) };
}

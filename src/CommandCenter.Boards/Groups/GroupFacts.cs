using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Groups;

/// <summary>What is known of a task group.</summary>
internal sealed class GroupFacts(GroupId id)
{
    public GroupId Id => id;

    public Label Name { get; private set; } = new(id.Value, id.Value);

    public MemberId? Lead { get; set; }

    public MemberId? Deputy { get; private set; }

    /// <summary>To whom the lead is offered, while the offer stands.</summary>
    public MemberId? Offered { get; set; }

    public Table<MemberId, MemberFacts> Members { get; } = new(static member => new MemberFacts(member));

    public Table<AssignmentId, AssignmentFacts> Assignments { get; } = new(static assignment => new AssignmentFacts(assignment));

    public int OnDuty => Members.All.Count(static m => m.Since is not null);

    public int Late => Members.All.Count(static m => m.Missed is not RollCallMiss.None);

    public void Adopt(TaskGroupPlan plan)
    {
        Name = plan.Name;
        Lead ??= plan.Leader;
        Deputy = plan.Deputy;
        foreach (var member in plan.Members)
        {
            var facts = Members[member.Id];
            facts.Name = member.Name;
            facts.OnRoster = true;
        }
    }
}

/// <summary>What is known of a member of a task group.</summary>
internal sealed class MemberFacts(MemberId id)
{
    public MemberId Id => id;

    public string Name { get; set; } = id.Value;

    public bool OnRoster { get; set; }

    /// <summary>On duty since.</summary>
    public DateTimeOffset? Since { get; set; }

    public ZoneId? Zone { get; set; }

    public DateTimeOffset? ReportedAt { get; set; }

    public DateTimeOffset? NextReport { get; set; }

    public RollCallMiss Missed { get; set; }
}

/// <summary>What is known of an order.</summary>
internal sealed class AssignmentFacts(AssignmentId id)
{
    public AssignmentId Id => id;

    public string Text { get; set; } = string.Empty;

    public DateTimeOffset Due { get; set; }

    public DateTimeOffset SentAt { get; set; }

    public Who? From { get; set; }

    public IncidentId? Incident { get; set; }

    public MeetingId? Meeting { get; set; }

    public AssignmentStage Stage { get; set; }

    /// <summary>Who accepted, refused or did it.</summary>
    public Who? By { get; set; }

    /// <summary>The reason of a refusal, or the answer.</summary>
    public string? Reply { get; set; }

    /// <summary>When it was refused or done.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public int OverdueLevel { get; set; }

    public Who? EscalatedTo { get; set; }

    public bool IsOpen => Stage is AssignmentStage.Sent or AssignmentStage.Accepted;

    public bool IsOverdue => IsOpen && OverdueLevel > 0;
}

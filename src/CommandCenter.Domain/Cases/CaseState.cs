using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Cases;

/// <summary>A matter: what it is about, who answers for it by when, its answer.</summary>
public sealed record CaseState(CaseId Case)
{
    /// <summary>What was registered, or null before.</summary>
    public CaseRegistered? Registered { get; init; }

    /// <summary>The post that answers for it.</summary>
    public PostId Responsible { get; init; }

    /// <summary>When the answer or the next interim reply is due.</summary>
    public DateTimeOffset Due { get; init; }

    /// <summary>The level told that it is overdue, 0 before the first.</summary>
    public int Level { get; init; }

    /// <summary>When the next level is told, or null at the end of the line.</summary>
    public DateTimeOffset? Escalates { get; init; }

    /// <summary>The answer that closed it, or null while it is open.</summary>
    public CaseAnswered? Answer { get; init; }

    /// <summary>How often it was opened again.</summary>
    public int Reopened { get; init; }

    /// <summary>Whether it waits for its answer.</summary>
    public bool IsOpen => Registered is not null && Answer is null;

    /// <summary>The state with a new due time, and nobody told yet.</summary>
    public CaseState DueBy(DateTimeOffset due) => this with { Due = due, Level = 0, Escalates = due };
}

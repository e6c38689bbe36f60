using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Cases;

/// <summary>What is known of a matter.</summary>
internal sealed class CaseFacts(CaseId id)
{
    public CaseId Id => id;

    /// <summary>As it came in; null only before it did.</summary>
    public CaseRegistered? Registered { get; set; }

    public DateTimeOffset RegisteredAt { get; set; }

    /// <summary>The entry with which it came in.</summary>
    public long RegisteredIn { get; set; }

    public Who? RegisteredBy { get; set; }

    public PostId Responsible { get; set; }

    public DateTimeOffset Due { get; set; }

    /// <summary>0 in time; 1 the responsible post, 2 the commander has been told.</summary>
    public int OverdueLevel { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string? Answer { get; set; }

    public ClauseId? Clause { get; set; }

    /// <summary>The answer card that the answer is taken from.</summary>
    public CardId? Card { get; set; }

    public int Reopened { get; set; }

    public List<CaseFileEntry> File { get; } = [];

    public bool IsOpen => Registered is not null && AnsweredAt is null;

    public bool IsOverdue => IsOpen && OverdueLevel > 0;
}

using System.Collections.Immutable;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Cases;

/// <summary>Topic <c>cases</c>: the ledger. It lists matters and when they must be answered; people are not ranked.</summary>
/// <param name="Open">Matters without an answer.</param>
/// <param name="Overdue">Of them beyond their time.</param>
/// <param name="Answered">Matters answered.</param>
/// <param name="Categories">The same by category, every category once.</param>
/// <param name="Matters">The open ones by due time, then those answered, the newest first, at most a hundred.</param>
public sealed record CasesBoard(
    int Open, int Overdue, int Answered, ImmutableArray<CategoryCount> Categories, ImmutableArray<Matter> Matters);

/// <summary>Matters of a category.</summary>
public sealed record CategoryCount(CaseCategory Category, int Open, int Overdue, int Answered);

/// <summary>A matter in the ledger.</summary>
public sealed record Matter
{
    /// <summary>Its number.</summary>
    public required CaseId Case { get; init; }

    /// <summary>What kind of matter.</summary>
    public required CaseCategory Category { get; init; }

    /// <summary>Where it came in.</summary>
    public required CaseChannel Channel { get; init; }

    /// <summary>How soon it must be answered.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>The household's number, if it is about one.</summary>
    public string? Household { get; init; }

    /// <summary>What it is about.</summary>
    public required string Text { get; init; }

    /// <summary>The post that answers for it.</summary>
    public required Who Responsible { get; init; }

    /// <summary>When it came in.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Who took it in; the system where it followed from something else.</summary>
    public required Who RegisteredBy { get; init; }

    /// <summary>The entry with which it came in.</summary>
    public required long RegisteredIn { get; init; }

    /// <summary>When the answer, or the next interim reply, is due.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>0 in time; 1 the responsible post, 2 the commander has been told.</summary>
    public required int OverdueLevel { get; init; }

    /// <summary>How often it was opened again.</summary>
    public required int Reopened { get; init; }

    /// <summary>When it was answered; absent while open.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The answer.</summary>
    public string? Answer { get; init; }

    /// <summary>The clause it rests on.</summary>
    public ClauseId? Clause { get; init; }

    /// <summary>How that clause is cited.</summary>
    public string? Citation { get; init; }

    /// <summary>The answer card that the answer is taken from.</summary>
    public CardId? Card { get; init; }

    /// <summary>What happened since it came in, oldest first.</summary>
    public required ImmutableArray<CaseFileEntry> File { get; init; }
}

/// <summary>A line in the file of a matter.</summary>
/// <param name="Sequence">Its place in the journal.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What happened.</param>
/// <param name="By">Who acted.</param>
/// <param name="Text">The note, reply, answer or reason; for assigned and overdue the post.</param>
public sealed record CaseFileEntry(long Sequence, DateTimeOffset At, CaseFileKind Kind, Who By, string Text);

/// <summary>What a line in a file says.</summary>
public enum CaseFileKind
{
    /// <summary>Another post answers for it.</summary>
    Assigned,

    /// <summary>A note.</summary>
    Noted,

    /// <summary>An interim reply.</summary>
    InterimReply,

    /// <summary>Answered.</summary>
    Answered,

    /// <summary>Opened again.</summary>
    Reopened,

    /// <summary>Not answered in time.</summary>
    Overdue,
}

using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Cases;

/// <summary>What kind of matter it is.</summary>
public enum CaseCategory
{
    /// <summary>诉求.</summary>
    Request,

    /// <summary>建议.</summary>
    Suggestion,

    /// <summary>投诉, received as a right.</summary>
    Complaint,

    /// <summary>二胎指标.</summary>
    SecondChild,

    /// <summary>新增人口.</summary>
    AddedMember,

    /// <summary>差价.</summary>
    PriceDifference,
}

/// <summary>Where it came in.</summary>
public enum CaseChannel
{
    /// <summary>A service window.</summary>
    Window,

    /// <summary>Reception.</summary>
    Reception,

    /// <summary>Hotline.</summary>
    Hotline,

    /// <summary>Mailbox.</summary>
    Mailbox,

    /// <summary>A meeting.</summary>
    Meeting,

    /// <summary>A visit.</summary>
    Visit,
}

/// <summary>How soon it must be answered.</summary>
public enum CaseKind
{
    /// <summary>The same day.</summary>
    Simple,

    /// <summary>With a dated interim reply.</summary>
    Complex,
}

/// <summary>A matter is in the ledger. Due: of the answer (simple) or the first interim reply (complex).</summary>
[Stored("case.registered.v1")]
public sealed record CaseRegistered(
    CaseId Case, CaseCategory Category, CaseChannel Channel, HouseholdId? Household, string Text, CaseKind Kind,
    PostId Responsible, DateTimeOffset Due) : IEvent;

/// <summary>Another post answers for it.</summary>
[Stored("case.assigned.v1")]
public sealed record CaseAssigned(CaseId Case, PostId Responsible) : IEvent;

/// <summary>A line in its file: facts of the matter, never a rating of a person.</summary>
[Stored("case.noted.v1")]
public sealed record CaseNoted(CaseId Case, string Text) : IEvent;

/// <summary>An interim reply with the date of the next.</summary>
[Stored("case.interim-replied.v1")]
public sealed record CaseInterimReplied(CaseId Case, string Text, DateTimeOffset Next) : IEvent;

/// <summary>Answered, and thereby closed; the clause it rests on.</summary>
[Stored("case.answered.v1")]
public sealed record CaseAnswered(CaseId Case, string Text, ClauseId Clause) : IEvent;

/// <summary>The answer is that of an answer card.</summary>
[Stored("case.card-cited.v1")]
public sealed record CaseCardCited(CaseId Case, CardId Card) : IEvent;

/// <summary>Open again. Count: how often by now.</summary>
[Stored("case.reopened.v1")]
public sealed record CaseReopened(CaseId Case, string Reason, int Count, DateTimeOffset Due) : IEvent;

/// <summary>Not answered in time. Level 1: the responsible post, 2: commander. Next: when the next level is due.</summary>
[Stored("case.overdue.v1")]
public sealed record CaseOverdue(CaseId Case, int Level, PostId To, DateTimeOffset? Next) : IEvent;

/// <summary>Takes a matter in. Responsible: the post that registers it unless stated; the commander where that is no post.</summary>
public sealed record RegisterCase(
    CaseCategory Category, CaseChannel Channel, HouseholdId? Household, string Text, CaseKind Kind, PostId? Responsible) : ICommand;

/// <summary>Makes a post responsible.</summary>
public sealed record AssignCase(PostId Post) : ICommand;

/// <summary>Adds a line.</summary>
public sealed record NoteCase(string Text) : ICommand;

/// <summary>Replies for now; says when the next reply comes (in the future).</summary>
public sealed record ReplyInterim(string Text, DateTimeOffset Next) : ICommand;

/// <summary>Answers and closes. Card: the answer card that it was taken from, or that it was written on.</summary>
public sealed record AnswerCase(string Text, ClauseId Clause, CardId? Card) : ICommand;

/// <summary>Opens it again.</summary>
public sealed record ReopenCase(string Reason) : ICommand;

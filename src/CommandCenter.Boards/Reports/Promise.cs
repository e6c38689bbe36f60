using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Reports;

/// <summary>
/// Something that somebody was promised: an order, a decision, an answer, the end of an incident. Opened again it is a
/// promise of its own, so that each is made once, late at most once, and kept at most once.
/// </summary>
internal sealed class Promise(PromiseKind kind, string subject, Moment made)
{
    public PromiseKind Kind => kind;

    /// <summary>The grain or order it is about, for the link.</summary>
    public string Subject => subject;

    public Moment Made => made;

    public DateTimeOffset Due { get; set; }

    /// <summary>The group that owes it, or the post.</summary>
    public GroupId? Group { get; set; }

    public PostId? Post { get; set; }

    public Moment? Late { get; set; }

    public Moment? Kept { get; set; }

    public bool IsOpenAfter(DateOnly date) => Made.Date <= date && (Kept is not { } kept || kept.Date > date);
}

/// <summary>An entry and its day in the hall.</summary>
internal readonly record struct Moment(long Sequence, DateTimeOffset At, DateOnly Date);

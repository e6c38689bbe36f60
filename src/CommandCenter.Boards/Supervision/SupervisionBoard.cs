using System.Collections.Immutable;
using CommandCenter.Boards.Cards;
using CommandCenter.Boards.Findings;
using CommandCenter.Boards.State;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Supervision;

/// <summary>
/// Topic <c>supervision</c>: what departed from the usual way, with its reason, and what supervision found. Facts of
/// matters, each an entry of the journal; nobody is counted, ranked or watched.
/// </summary>
public sealed record SupervisionBoard
{
    /// <summary>The operation's name.</summary>
    public required Label Name { get; init; }

    /// <summary>Live or drill.</summary>
    public required OperationMode Mode { get; init; }

    /// <summary>SHA-256 of the plan.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The lists as they were frozen; absent before.</summary>
    public FrozenLists? Lists { get; init; }

    /// <summary>How many of each kind there are, every kind once.</summary>
    public required ImmutableArray<ExceptionCount> Counts { get; init; }

    /// <summary>The exceptions, the newest first, at most five hundred.</summary>
    public required ImmutableArray<SupervisedEvent> Exceptions { get; init; }

    /// <summary>The findings, those that wait for an answer first.</summary>
    public required ImmutableArray<FindingLine> Findings { get; init; }

    /// <summary>Questions that got more than one answer.</summary>
    public required ImmutableArray<DifferingAnswers> Differing { get; init; }
}

/// <summary>How many exceptions of a kind.</summary>
public sealed record ExceptionCount(ExceptionKind Kind, int Count);

/// <summary>Something that departed from the usual way.</summary>
/// <param name="Sequence">Its place in the journal.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Arguments">What the sentence speaks of, in the order that <see cref="ExceptionKind"/> states.</param>
/// <param name="Subject">Whose event it is: the grain's address.</param>
/// <param name="By">Which post caused it.</param>
/// <param name="Priority">The reason of a priority call.</param>
public sealed record SupervisedEvent(
    long Sequence, DateTimeOffset At, ExceptionKind Kind, ImmutableArray<Label> Arguments, string Subject, Who By, PriorityReason? Priority = null);

/// <summary>What may depart from the usual way.</summary>
public enum ExceptionKind
{
    /// <summary>A ticket was called out of order. 0: ticket number; 1: window; 2: reason.</summary>
    OutOfOrder,

    /// <summary>A ticket was called with priority. 0: ticket number; 1: window.</summary>
    Priority,

    /// <summary>The day opened with open readiness items. 0: how many; 1: the reason.</summary>
    Override,

    /// <summary>All calling stopped. 0: the public sentence.</summary>
    Suspended,

    /// <summary>Undoing a confirmation was proposed. 0: flat; 1: reason.</summary>
    ReversalProposed,

    /// <summary>A confirmation was undone. 0: flat; 1: reason.</summary>
    Reversed,

    /// <summary>A flat was taken off sale. 0: flat; 1: reason.</summary>
    Withdrawn,

    /// <summary>A household went back a step. 0: household number; 1: step; 2: reason.</summary>
    SteppedBack,

    /// <summary>A ticket was passed for the third time. 0: household number; 1: step.</summary>
    PassedThrice,

    /// <summary>An order is overdue. 0: group; 1: order; 2: level.</summary>
    OrderOverdue,

    /// <summary>A matter was not answered in time. 0: its number; 1: the post that has been told.</summary>
    CaseOverdue,

    /// <summary>A clock of an incident ran out. 0: type; 1: zone; 2: who has been told.</summary>
    IncidentMissed,
}

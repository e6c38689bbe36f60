using System.Collections.Immutable;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Timeline;

/// <summary>Topic <c>timeline</c>: the newest notable events, newest first, at most two hundred. For staff.</summary>
public sealed record TimelineBoard(ImmutableArray<TimelineEntry> Entries);

/// <summary>A notable event. The screens word it in the user's language: one sentence per kind, with the arguments in place.</summary>
/// <param name="Sequence">Its place in the journal.</param>
/// <param name="At">When.</param>
/// <param name="Kind">Which sentence.</param>
/// <param name="Arguments">What the sentence speaks of, in the order that <see cref="TimelineKind"/> states; the same text twice where it has no languages.</param>
/// <param name="Subject">Whose event it is: the grain's address, e.g. <c>incident/i0004</c>.</param>
/// <param name="By">Who caused it.</param>
public sealed record TimelineEntry(
    long Sequence, DateTimeOffset At, TimelineKind Kind, ImmutableArray<Label> Arguments, string Subject, Who By);

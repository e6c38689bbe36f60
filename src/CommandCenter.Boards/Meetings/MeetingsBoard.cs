using System.Collections.Immutable;
using CommandCenter.Boards.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Meetings;

/// <summary>Topic <c>meetings</c>: the meetings held, the newest first, at most a hundred.</summary>
public sealed record MeetingsBoard(ImmutableArray<HeldMeeting> Meetings);

/// <summary>A meeting with what became of what it decided and suggested.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Type">What it was for.</param>
/// <param name="Sequence">The entry with which it was recorded.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">By which post.</param>
/// <param name="Minutes">Its minutes.</param>
/// <param name="Decisions">What was decided, each an order.</param>
/// <param name="Suggestions">What was suggested, each a matter in the ledger.</param>
public sealed record HeldMeeting(
    MeetingId Meeting, MeetingType Type, long Sequence, DateTimeOffset At, Who By, string Minutes, ImmutableArray<DecidedOrder> Decisions,
    ImmutableArray<SuggestedMatter> Suggestions);

/// <summary>A decision and the order that it became.</summary>
/// <param name="Assignment">The order.</param>
/// <param name="Group">Whose it is.</param>
/// <param name="GroupName">Its name.</param>
/// <param name="Text">What was decided.</param>
/// <param name="Due">By when.</param>
/// <param name="Stage">How far the order is; absent in the moment before it is sent.</param>
/// <param name="OverdueLevel">0 in time; higher: who has been told that it is not done.</param>
/// <param name="Reply">The reason of a refusal, or the answer.</param>
public sealed record DecidedOrder(
    AssignmentId Assignment, GroupId Group, Label GroupName, string Text, DateTimeOffset Due, AssignmentStage? Stage, int OverdueLevel, string? Reply);

/// <summary>A suggestion and the matter that it became.</summary>
/// <param name="Case">The matter.</param>
/// <param name="Text">What was suggested.</param>
/// <param name="Due">When its answer or interim reply is due; absent once answered.</param>
/// <param name="AnsweredAt">When it was answered; absent while open.</param>
public sealed record SuggestedMatter(CaseId Case, string Text, DateTimeOffset? Due, DateTimeOffset? AnsweredAt);

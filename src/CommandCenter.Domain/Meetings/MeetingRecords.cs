using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Meetings;

/// <summary>What a meeting is for.</summary>
public enum MeetingType
{
    /// <summary>风险研判.</summary>
    RiskReview,

    /// <summary>协调会.</summary>
    Coordination,

    /// <summary>意见征集.</summary>
    OpinionCollection,

    /// <summary>日碰头.</summary>
    DailyHuddle,

    /// <summary>周总结.</summary>
    WeeklyReview,
}

/// <summary>What was decided: who does what by when.</summary>
public sealed record MeetingDecision(string Text, GroupId Group, DateTimeOffset Due);

/// <summary>A meeting was held.</summary>
[Stored("meeting.held.v1")]
public sealed record MeetingHeld(
    MeetingId Meeting, MeetingType Type, string Minutes, ImmutableArray<MeetingDecision> Decisions, ImmutableArray<string> Suggestions) : IEvent;

/// <summary>Records a meeting; decisions become assignments, suggestions become cases.</summary>
public sealed record HoldMeeting(
    MeetingType Type, string Minutes, ImmutableArray<MeetingDecision> Decisions, ImmutableArray<string> Suggestions) : ICommand;

using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Meetings;

/// <summary>A meeting: what was recorded of it, or nothing yet.</summary>
public sealed record MeetingState(MeetingId Meeting)
{
    /// <summary>The record, or null before.</summary>
    public MeetingHeld? Held { get; init; }
}

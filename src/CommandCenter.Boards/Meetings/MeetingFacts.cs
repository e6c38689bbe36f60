using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Meetings;

namespace CommandCenter.Boards.Meetings;

/// <summary>What is known of a meeting.</summary>
internal sealed class MeetingFacts(MeetingId id)
{
    public MeetingId Id => id;

    /// <summary>The record; null only before.</summary>
    public MeetingHeld? Held { get; set; }

    public long Sequence { get; set; }

    public DateTimeOffset At { get; set; }

    public Who? By { get; set; }
}

/// <summary>Keeps the facts of the meetings.</summary>
internal sealed class MeetingFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on) => on.On<MeetingHeld>((e, entry) =>
    {
        var meeting = day.Meetings[e.Meeting];
        meeting.Held = e;
        meeting.Sequence = entry.Sequence;
        meeting.At = entry.At;
        meeting.By = day.Who(entry.Actor.Value);
    });
}

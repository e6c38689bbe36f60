using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Policies;

namespace CommandCenter.Boards.Meetings;

/// <summary>Shows meetings with what became of them. Orders and matters are numbered after the meeting, as the policies do.</summary>
internal static class HeldMeetings
{
    /// <summary>Those that fit, the newest first.</summary>
    public static IEnumerable<HeldMeeting> Of(Day day, Func<MeetingFacts, bool> fits) =>
        day.Meetings.All.Where(m => m.Held is not null && fits(m)).OrderByDescending(static m => m.Sequence).Select(m => Show(m, m.Held!, day));

    private static HeldMeeting Show(MeetingFacts meeting, MeetingHeld held, Day day) => new(
        held.Meeting, held.Type, meeting.Sequence, meeting.At, meeting.By!, held.Minutes,
        [.. held.Decisions.Select((d, i) => Show(d, MeetingHeldAssignsDecisions.OrderOf(held.Meeting, i), day))],
        [.. held.Suggestions.Select((text, i) => Show(text, MeetingHeldRegistersSuggestions.CaseOf(held.Meeting, i), day))]);

    private static DecidedOrder Show(MeetingDecision decision, AssignmentId id, Day day)
    {
        var group = day.Groups.Peek(decision.Group);
        var order = group.Assignments.Find(id);
        return new(id, decision.Group, group.Name, decision.Text, decision.Due, order?.Stage, order?.OverdueLevel ?? 0, order?.Reply);
    }

    private static SuggestedMatter Show(string text, CaseId id, Day day)
    {
        var matter = day.Cases.Find(id);
        return new(id, text, matter is { IsOpen: true } ? matter.Due : null, matter?.AnsweredAt);
    }
}

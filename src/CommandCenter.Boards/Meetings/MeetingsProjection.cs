using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Policies;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Meetings;

/// <summary>Shows the meetings, and what becomes of what they decide and suggest.</summary>
internal sealed class MeetingsProjection : ISubscriber
{
    private const int Shown = 100;

    private readonly Day _day;
    private readonly Topic _topic;
    private readonly HashSet<CaseId> _suggested = [];

    public MeetingsProjection(Day day, TopicTable table)
    {
        _day = day;
        _topic = table.Add(TopicNames.Meetings, () => new MeetingsBoard([.. HeldMeetings.Of(_day, static _ => true).Take(Shown)]));
    }

    public void Subscribe(Subscriptions on)
    {
        on.Touch(_topic, typeof(PlanAdopted));
        on.On<MeetingHeld>(Hold);
        on.On<AssignmentSent>((e, entry) => Touch(e.Group, e.Assignment, entry));
        on.On<AssignmentAccepted>((e, entry) => Touch(e.Group, e.Assignment, entry));
        on.On<AssignmentRefused>((e, entry) => Touch(e.Group, e.Assignment, entry));
        on.On<AssignmentDone>((e, entry) => Touch(e.Group, e.Assignment, entry));
        on.On<AssignmentOverdue>((e, entry) => Touch(e.Group, e.Assignment, entry));
        on.On<CaseRegistered>((e, entry) => Touch(e.Case, entry));
        on.On<CaseInterimReplied>((e, entry) => Touch(e.Case, entry));
        on.On<CaseAnswered>((e, entry) => Touch(e.Case, entry));
        on.On<CaseReopened>((e, entry) => Touch(e.Case, entry));
    }

    private void Hold(MeetingHeld e, JournalEntry entry)
    {
        _suggested.UnionWith(e.Suggestions.Select((_, i) => MeetingHeldRegistersSuggestions.CaseOf(e.Meeting, i)));
        _topic.Touch(entry);
    }

    private void Touch(GroupId group, AssignmentId assignment, JournalEntry entry)
    {
        if (_day.Groups.Peek(group).Assignments.Peek(assignment).Meeting is not null)
        {
            _topic.Touch(entry);
        }
    }

    private void Touch(CaseId matter, JournalEntry entry)
    {
        if (_suggested.Contains(matter))
        {
            _topic.Touch(entry);
        }
    }
}

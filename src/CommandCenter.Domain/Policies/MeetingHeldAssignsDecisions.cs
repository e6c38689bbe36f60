using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>A meeting was held: what it decided becomes orders, numbered after the meeting.</summary>
public sealed class MeetingHeldAssignsDecisions : Policy<MeetingHeld>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(MeetingHeld e, RecordedEvent recorded, Plan plan) =>
        e.Decisions.Select((decision, i) => new Reaction(
            GrainAddress.Of(decision.Group),
            new Assign(OrderOf(e.Meeting, i), decision.Text, decision.Due, null, e.Meeting)));

    /// <summary>The order that a meeting's decision becomes. Index: from 0.</summary>
    public static AssignmentId OrderOf(MeetingId meeting, int index) => new($"{meeting}-{index + 1}");
}

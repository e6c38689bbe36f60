using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>A meeting was held: what it suggested becomes cases, numbered after the meeting.</summary>
public sealed class MeetingHeldRegistersSuggestions : Policy<MeetingHeld>
{
    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(MeetingHeld e, RecordedEvent recorded, Plan plan) =>
        e.Suggestions.Select((text, i) => new Reaction(
            GrainAddress.Of(CaseOf(e.Meeting, i)),
            new RegisterCase(CaseCategory.Suggestion, CaseChannel.Meeting, null, text, CaseKind.Complex, null)));

    /// <summary>The matter that a meeting's suggestion becomes. Index: from 0.</summary>
    public static CaseId CaseOf(MeetingId meeting, int index) => new($"{meeting}-s{index + 1}");
}

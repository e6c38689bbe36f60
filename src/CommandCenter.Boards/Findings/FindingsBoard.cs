using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Findings;

/// <summary>Topic <c>findings:{group}</c>: what supervision recorded about matters of the group; those that wait for an answer first.</summary>
public sealed record FindingsBoard(GroupId Group, ImmutableArray<FindingLine> Findings);

/// <summary>A finding: a fact about an entry, and the answer to it. It does not rate anybody.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Entry">The sequence of the entry it is about.</param>
/// <param name="Group">The group concerned.</param>
/// <param name="GroupName">Its name.</param>
/// <param name="Text">What was found.</param>
/// <param name="Sequence">The entry with which it was recorded.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Answer">The group's answer; absent while it is owed.</param>
/// <param name="AnsweredAt">When that came.</param>
/// <param name="AnsweredBy">From which post.</param>
public sealed record FindingLine(
    FindingId Finding, long Entry, GroupId Group, Label GroupName, string Text, long Sequence, DateTimeOffset At, string? Answer,
    DateTimeOffset? AnsweredAt, Who? AnsweredBy)
{
    /// <summary>All findings that fit, those that wait for an answer first, the oldest of them at the top; then the answered, the newest first.</summary>
    internal static ImmutableArray<FindingLine> Of(Day day, GroupId? group = null)
    {
        var all = day.Findings.All.Where(f => f.Recorded is { } r && (group is null || r.Group == group)).ToList();
        return
        [
            .. all.Where(static f => f.Answer is null).Concat(all.Where(static f => f.Answer is not null).OrderByDescending(static f => f.AnsweredAt))
                .Select(f => Show(f, f.Recorded!, day)),
        ];
    }

    private static FindingLine Show(FindingFacts f, Domain.Findings.FindingRecorded recorded, Day day) => new(
        f.Id, recorded.Entry, recorded.Group, day.Groups.Peek(recorded.Group).Name, recorded.Text, f.RecordedIn, f.RecordedAt, f.Answer,
        f.AnsweredAt, f.AnsweredBy);
}

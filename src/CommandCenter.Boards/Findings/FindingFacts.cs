using CommandCenter.Domain.Findings;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Findings;

/// <summary>What is known of a finding.</summary>
internal sealed class FindingFacts(FindingId id)
{
    public FindingId Id => id;

    /// <summary>As it was recorded; null only before.</summary>
    public FindingRecorded? Recorded { get; set; }

    /// <summary>The entry with which it was recorded.</summary>
    public long RecordedIn { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public string? Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public Who? AnsweredBy { get; set; }
}

/// <summary>Keeps the facts of the findings.</summary>
internal sealed class FindingFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on)
    {
        on.On<FindingRecorded>(Record);
        on.On<FindingAnswered>(Answer);
    }

    private void Record(FindingRecorded e, JournalEntry entry)
    {
        var finding = day.Findings[e.Finding];
        finding.Recorded = e;
        finding.RecordedIn = entry.Sequence;
        finding.RecordedAt = entry.At;
    }

    private void Answer(FindingAnswered e, JournalEntry entry)
    {
        var finding = day.Findings[e.Finding];
        finding.Answer = e.Text;
        finding.AnsweredAt = entry.At;
        finding.AnsweredBy = day.Who(entry.Actor.Value);
    }
}

using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Findings;

/// <summary>A finding: what was recorded, and the answer to it.</summary>
public sealed record FindingState(FindingId Finding)
{
    /// <summary>The record, or null before.</summary>
    public FindingRecorded? Recorded { get; init; }

    /// <summary>The answer of the group concerned, or null while it is owed.</summary>
    public FindingAnswered? Answer { get; init; }
}

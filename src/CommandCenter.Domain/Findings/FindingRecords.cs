using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Findings;

/// <summary>Supervision found something about an entry of the journal; the group concerned owes an answer. Facts of the matter, never a rating of a person.</summary>
[Stored("finding.recorded.v1")]
public sealed record FindingRecorded(FindingId Finding, long Entry, GroupId Group, string Text) : IEvent;

/// <summary>The group concerned answered.</summary>
[Stored("finding.answered.v1")]
public sealed record FindingAnswered(FindingId Finding, string Text) : IEvent;

/// <summary>Records a finding against the entry with this sequence.</summary>
public sealed record RecordFinding(long Entry, GroupId Group, string Text) : ICommand;

/// <summary>Answers it; once.</summary>
public sealed record AnswerFinding(string Text) : ICommand;

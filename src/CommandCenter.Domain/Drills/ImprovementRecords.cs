using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Drills;

/// <summary>What is to be better next time: by whom, until when. No: 1, 2, 3 … within the drill.</summary>
[Stored("drill.improvement-noted.v1")]
public sealed record ImprovementNoted(int No, string Text, GroupId Owner, DateTimeOffset Due, string By) : IEvent;

/// <summary>It is done; says how.</summary>
[Stored("drill.improvement-done.v1")]
public sealed record ImprovementDone(int No, string Answer, string By) : IEvent;

/// <summary>Notes what is to be better next time.</summary>
public sealed record NoteImprovement(string Text, GroupId Owner, DateTimeOffset Due) : ICommand;

/// <summary>Says that an improvement is done, and how.</summary>
public sealed record FinishImprovement(int No, string Answer) : ICommand;

using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Incidents;

/// <summary>Raises an incident. Severity: the playbook's unless stated (1 worst to 4).</summary>
public sealed record RaiseIncident(PlaybookId Type, ZoneId Zone, int? Severity, string Text, HouseholdId? Household) : ICommand;

/// <summary>Seen; silences until the severity's silence is over.</summary>
public sealed record AcknowledgeIncident : ICommand;

/// <summary>On the way.</summary>
public sealed record RespondToIncident : ICommand;

/// <summary>There.</summary>
public sealed record ReachIncident : ICommand;

/// <summary>A line for the log.</summary>
public sealed record NoteIncident(string Text) : ICommand;

/// <summary>Puts a photo into the file, which lies under the hash of its bytes (SHA-256, hex).</summary>
public sealed record AddIncidentPhoto(string Hash, int Size, int Width, int Height) : ICommand;

/// <summary>Puts a voice note into the file, which lies under the hash of its bytes (SHA-256, hex).</summary>
public sealed record AddIncidentVoice(string Hash, int Size, VoiceContainer Container, int Seconds) : ICommand;

/// <summary>Checks an item of the playbook.</summary>
public sealed record CheckIncidentItem(string Item) : ICommand;

/// <summary>Hands over to another group.</summary>
public sealed record ReassignIncident(GroupId Group, string Reason) : ICommand;

/// <summary>Changes the severity.</summary>
public sealed record ChangeSeverity(int Value, string Reason) : ICommand;

/// <summary>Makes it part of another.</summary>
public sealed record MergeIncident(IncidentId Into) : ICommand;

/// <summary>It was none.</summary>
public sealed record CallFalseAlarm(string Reason) : ICommand;

/// <summary>Resolves it.</summary>
public sealed record ResolveIncident(string Outcome) : ICommand;

/// <summary>Closes it after review.</summary>
public sealed record CloseIncident(string Review) : ICommand;

/// <summary>Opens it again.</summary>
public sealed record ReopenIncident(string Reason) : ICommand;

using System.Collections.Immutable;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Incidents;

/// <summary>
/// Topic <c>incident:{id}</c>: everything about one incident. Where <see cref="Confidential"/>, only the owner group,
/// command and supervision may read it; the server sees to that.
/// </summary>
public sealed record IncidentBoard
{
    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>What kind.</summary>
    public PlaybookId? Type { get; init; }

    /// <summary>Its name.</summary>
    public Label? TypeName { get; init; }

    /// <summary>Where.</summary>
    public ZoneId? Zone { get; init; }

    /// <summary>Its name.</summary>
    public Label? ZoneName { get; init; }

    /// <summary>1 (worst) to 4.</summary>
    public required int Severity { get; init; }

    /// <summary>How far it is.</summary>
    public required IncidentStage Stage { get; init; }

    /// <summary>Only owner group, command and supervision may read this.</summary>
    public required bool Confidential { get; init; }

    /// <summary>What was reported.</summary>
    public string? Text { get; init; }

    /// <summary>The household it is about.</summary>
    public HouseholdId? Household { get; init; }

    /// <summary>That household's number.</summary>
    public string? HouseholdNumber { get; init; }

    /// <summary>Who reported it.</summary>
    public Who? Reporter { get; init; }

    /// <summary>The group that owns it.</summary>
    public GroupId? Owner { get; init; }

    /// <summary>Its name.</summary>
    public Label? OwnerName { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>By when it must be acknowledged.</summary>
    public required DateTimeOffset AcknowledgeBy { get; init; }

    /// <summary>By when somebody must be there.</summary>
    public required DateTimeOffset ReachBy { get; init; }

    /// <summary>By when it must be resolved.</summary>
    public required DateTimeOffset ResolveBy { get; init; }

    /// <summary>The clock that runs now.</summary>
    public IncidentClock? Clock { get; init; }

    /// <summary>When somebody first saw it.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Who acknowledged it last.</summary>
    public Who? AcknowledgedBy { get; init; }

    /// <summary>When somebody was first there.</summary>
    public DateTimeOffset? OnSceneAt { get; init; }

    /// <summary>When it was resolved.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Silenced until then; absent while it wants to be heard.</summary>
    public DateTimeOffset? SilentUntil { get; init; }

    /// <summary>Of the clocks that still run: 0 in time; 1 leader, 2 deputy, 3 commander have been told.</summary>
    public required int EscalationLevel { get; init; }

    /// <summary>Who was told last.</summary>
    public Who? EscalatedTo { get; init; }

    /// <summary>Each time a clock ran out, oldest first: who was told, and who was passed over.</summary>
    public required ImmutableArray<IncidentEscalation> Escalations { get; init; }

    /// <summary>How long it took.</summary>
    public required IncidentTimes Times { get; init; }

    /// <summary>The incident it is part of.</summary>
    public IncidentId? MergedInto { get; init; }

    /// <summary>The incidents that were made part of it.</summary>
    public required ImmutableArray<IncidentId> MergedFrom { get; init; }

    /// <summary>What became of it.</summary>
    public string? Outcome { get; init; }

    /// <summary>What the review found.</summary>
    public string? Review { get; init; }

    /// <summary>The playbook's checklist, in its order.</summary>
    public required ImmutableArray<CheckItem> Checklist { get; init; }

    /// <summary>The photos in its file, oldest first.</summary>
    public required ImmutableArray<IncidentPhoto> Photos { get; init; }

    /// <summary>The voice notes in its file, oldest first.</summary>
    public required ImmutableArray<IncidentVoice> Voices { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public required ImmutableArray<IncidentLogEntry> Log { get; init; }
}

/// <summary>An item of a checklist.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What to do.</param>
/// <param name="Due">By when, where it has a time.</param>
/// <param name="CheckedAt">When it was done; absent while open.</param>
/// <param name="By">By whom.</param>
/// <param name="Late">Done after its time. One that is still open is late from its time on, which the screens' clocks tell.</param>
public sealed record CheckItem(string Id, Label Text, DateTimeOffset? Due, DateTimeOffset? CheckedAt, Who? By, bool Late);

/// <summary>A clock ran out and somebody was told.</summary>
/// <param name="At">When.</param>
/// <param name="Clock">Which clock.</param>
/// <param name="Level">1 leader, 2 deputy, 3 commander.</param>
/// <param name="To">Who was told; absent where there is no such post at all.</param>
/// <param name="Skipped">The posts that were passed over, and why.</param>
/// <param name="NobodyThere">Nobody holds the post that was told, nor any other of the line: somebody must walk over.</param>
public sealed record IncidentEscalation(
    DateTimeOffset At, IncidentClock Clock, int Level, Who? To, ImmutableArray<PassedOver> Skipped, bool NobodyThere);

/// <summary>A post that was passed over.</summary>
/// <param name="Level">1 leader, 2 deputy, 3 commander.</param>
/// <param name="Post">The post; absent where the plan has none.</param>
/// <param name="Reason">Why.</param>
public sealed record PassedOver(int Level, Who? Post, SkipReason Reason);

/// <summary>How long an incident took, in seconds from the raising; absent what has not come about.</summary>
/// <param name="Acknowledge">To the first acknowledgement.</param>
/// <param name="Reach">To somebody on the scene.</param>
/// <param name="Resolve">To resolved.</param>
public sealed record IncidentTimes(int? Acknowledge, int? Reach, int? Resolve);

/// <summary>A photo in an incident's file; the picture is at <c>incidents/{id}/photos/{hash}</c>.</summary>
/// <param name="At">When it came.</param>
/// <param name="By">From whom.</param>
/// <param name="Hash">SHA-256 of the picture's bytes, hex.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Size">Bytes.</param>
public sealed record IncidentPhoto(DateTimeOffset At, Who By, string Hash, int Width, int Height, int Size);

/// <summary>A voice note in an incident's file; the recording is at <c>incidents/{id}/voices/{hash}</c>.</summary>
/// <param name="At">When it came.</param>
/// <param name="By">From whom.</param>
/// <param name="Hash">SHA-256 of the recording's bytes, hex.</param>
/// <param name="Container">What it is recorded in.</param>
/// <param name="Seconds">How long, as the phone counted.</param>
/// <param name="Size">Bytes.</param>
public sealed record IncidentVoice(DateTimeOffset At, Who By, string Hash, VoiceContainer Container, int Seconds, int Size);

/// <summary>A line of an incident's log.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What happened.</param>
/// <param name="By">Who.</param>
/// <param name="Text">Free text, reason, checklist item, or whom it went to.</param>
public sealed record IncidentLogEntry(DateTimeOffset At, IncidentLogKind Kind, Who By, string? Text);

/// <summary>What a line of the log says.</summary>
public enum IncidentLogKind
{
    /// <summary>Raised; text: what was reported.</summary>
    Raised,

    /// <summary>Acknowledged.</summary>
    Acknowledged,

    /// <summary>Its silence was over.</summary>
    Woke,

    /// <summary>On the way.</summary>
    Responding,

    /// <summary>There.</summary>
    OnScene,

    /// <summary>A note.</summary>
    Noted,

    /// <summary>A checklist item was done; text: its id.</summary>
    Checked,

    /// <summary>A photo came; text: its hash.</summary>
    PhotoAdded,

    /// <summary>A voice note came; text: its hash.</summary>
    VoiceAdded,

    /// <summary>Another group owns it; text: why.</summary>
    Reassigned,

    /// <summary>Another severity; text: why.</summary>
    SeverityChanged,

    /// <summary>A clock ran out; text: who was told.</summary>
    Escalated,

    /// <summary>Part of another; text: its id.</summary>
    Merged,

    /// <summary>It was none; text: why.</summary>
    FalseAlarm,

    /// <summary>Resolved; text: the outcome.</summary>
    Resolved,

    /// <summary>Closed; text: the review.</summary>
    Closed,

    /// <summary>Opened again; text: why.</summary>
    Reopened,
}

using System.Collections.Immutable;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Incidents;

/// <summary>Something disturbs the day.</summary>
[Stored("incident.raised.v1")]
public sealed record IncidentRaised(
    IncidentId Incident, PlaybookId Type, ZoneId Zone, int Severity, string Text, HouseholdId? Household, string Reporter,
    GroupId Owner, bool Confidential, ImmutableArray<ChecklistItem> Checklist,
    DateTimeOffset AcknowledgeBy, DateTimeOffset ReachBy, DateTimeOffset ResolveBy) : IEvent;

/// <summary>Somebody has seen it; silent until a stated time, then it wakes again.</summary>
[Stored("incident.acknowledged.v1")]
public sealed record IncidentAcknowledged(IncidentId Incident, string By, DateTimeOffset SilentUntil) : IEvent;

/// <summary>The silence is over and nobody is on the scene yet.</summary>
[Stored("incident.woke.v1")]
public sealed record IncidentWoke(IncidentId Incident) : IEvent;

/// <summary>Somebody is on the way.</summary>
[Stored("incident.responding.v1")]
public sealed record IncidentResponding(IncidentId Incident, string By) : IEvent;

/// <summary>Somebody is there.</summary>
[Stored("incident.on-scene.v1")]
public sealed record IncidentOnScene(IncidentId Incident, string By) : IEvent;

/// <summary>A line in its log.</summary>
[Stored("incident.noted.v1")]
public sealed record IncidentNoted(IncidentId Incident, string By, string Text) : IEvent;

/// <summary>A photo in its file. Hash: SHA-256 of the kept bytes, hex; Size: of these; Width and Height in pixels.</summary>
[Stored("incident.photo-added.v1")]
public sealed record IncidentPhotoAdded(IncidentId Incident, string By, string Hash, int Size, int Width, int Height) : IEvent;

/// <summary>A voice note in its file. Hash: SHA-256 of the kept bytes, hex; Size: of these; Seconds: as the phone counted them.</summary>
[Stored("incident.voice-added.v1")]
public sealed record IncidentVoiceAdded(
    IncidentId Incident, string By, string Hash, int Size, VoiceContainer Container, int Seconds) : IEvent;

/// <summary>An item of the checklist is done.</summary>
[Stored("incident.checked.v1")]
public sealed record IncidentItemChecked(IncidentId Incident, string By, string Item) : IEvent;

/// <summary>Another group owns it. ResolveBy: as it stands, for the new owner.</summary>
[Stored("incident.reassigned.v1")]
public sealed record IncidentReassigned(
    IncidentId Incident, GroupId From, GroupId To, string Reason, DateTimeOffset ResolveBy) : IEvent;

/// <summary>Another severity, with new times counted from the raising.</summary>
[Stored("incident.severity-changed.v1")]
public sealed record IncidentSeverityChanged(
    IncidentId Incident, int From, int To, string Reason,
    DateTimeOffset AcknowledgeBy, DateTimeOffset ReachBy, DateTimeOffset ResolveBy) : IEvent;

/// <summary>The clocks of an incident.</summary>
public enum IncidentClock
{
    /// <summary>To be acknowledged.</summary>
    Acknowledge,

    /// <summary>To be reached.</summary>
    Reach,

    /// <summary>To be resolved.</summary>
    Resolve,
}

/// <summary>
/// A clock ran out. Level 1: group leader, 2: deputy, 3: commander; a level whose post nobody holds is skipped, and said so.
/// To: the post, empty when there is none at all. Next: when the next level is due. NobodyThere: nobody holds any post that
/// was left; it went to the commander's all the same.
/// </summary>
[Stored("incident.escalated.v2")]
public sealed record IncidentEscalated(
    IncidentId Incident, GroupId Owner, IncidentClock Clock, int Level, string To, DateTimeOffset? Next,
    ImmutableArray<SkippedPost> Skipped, bool NobodyThere) : IEvent;

/// <summary>It is part of another incident.</summary>
[Stored("incident.merged.v1")]
public sealed record IncidentMerged(IncidentId Incident, GroupId Owner, IncidentId Into) : IEvent;

/// <summary>It was none.</summary>
[Stored("incident.false-alarm.v1")]
public sealed record IncidentFalseAlarm(IncidentId Incident, GroupId Owner, string By, string Reason) : IEvent;

/// <summary>Resolved, with its outcome.</summary>
[Stored("incident.resolved.v1")]
public sealed record IncidentResolved(IncidentId Incident, GroupId Owner, string By, string Outcome) : IEvent;

/// <summary>Reviewed and closed.</summary>
[Stored("incident.closed.v1")]
public sealed record IncidentClosed(IncidentId Incident, string By, string Review) : IEvent;

/// <summary>Opened again after it was resolved, closed or taken for a false alarm; only the clock to resolve runs anew.</summary>
[Stored("incident.reopened.v1")]
public sealed record IncidentReopened(
    IncidentId Incident, GroupId Owner, string By, string Reason, DateTimeOffset ResolveBy) : IEvent;

using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Incidents;

/// <summary>What is known of an incident.</summary>
internal sealed class IncidentFacts(IncidentId id)
{
    private readonly int[] _levels = new int[Enum.GetValues<IncidentClock>().Length];

    public IncidentId Id => id;

    /// <summary>As it was raised; null only before it was.</summary>
    public IncidentRaised? Raised { get; set; }

    public DateTimeOffset RaisedAt { get; set; }

    /// <summary>Whether it counts in a figure: not where it was no incident, or became part of another.</summary>
    public bool Counts => Raised is not null && Stage is not (IncidentStage.Merged or IncidentStage.FalseAlarm);

    public GroupId? Owner { get; set; }

    public int Severity { get; set; }

    public IncidentStage Stage { get; set; }

    public DateTimeOffset AcknowledgeBy { get; set; }

    public DateTimeOffset ReachBy { get; set; }

    public DateTimeOffset ResolveBy { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public Who? AcknowledgedBy { get; set; }

    public DateTimeOffset? OnSceneAt { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>Silenced by an acknowledgement until then; null while it wants to be heard.</summary>
    public DateTimeOffset? SilentUntil { get; set; }

    /// <summary>Opened again after its end; then only the clock to resolve runs.</summary>
    public bool Reopened { get; set; }

    public Who? EscalatedTo { get; set; }

    /// <summary>Each time a clock ran out, oldest first.</summary>
    public List<IncidentEscalation> Escalations { get; } = [];

    public IncidentId? MergedInto { get; set; }

    /// <summary>The incidents that were made part of this one.</summary>
    public List<IncidentId> MergedFrom { get; } = [];

    public string? Outcome { get; set; }

    public string? Review { get; set; }

    public Dictionary<string, (DateTimeOffset At, Who By)> Checked { get; } = new(StringComparer.Ordinal);

    public List<IncidentPhoto> Photos { get; } = [];

    public List<IncidentVoice> Voices { get; } = [];

    public List<IncidentLogEntry> Log { get; } = [];

    public bool IsOpen => Raised is not null
        && Stage is IncidentStage.Raised or IncidentStage.Acknowledged or IncidentStage.Responding or IncidentStage.OnScene;

    /// <summary>Seconds from the raising to a moment.</summary>
    public int? After(DateTimeOffset? moment) => moment is { } at ? (int)(at - RaisedAt).TotalSeconds : null;

    public bool Confidential => Raised?.Confidential ?? false;

    public ImmutableArray<ChecklistItem> Checklist => Raised?.Checklist ?? [];

    /// <summary>The first clock that runs now, and when it runs out; null once the incident is no longer open.</summary>
    public (IncidentClock Clock, DateTimeOffset Due)? Running =>
        Runs(IncidentClock.Acknowledge) ? (IncidentClock.Acknowledge, AcknowledgeBy)
        : Runs(IncidentClock.Reach) ? (IncidentClock.Reach, ReachBy)
        : IsOpen ? (IncidentClock.Resolve, ResolveBy)
        : null;

    /// <summary>The highest level that has been told of a clock that still runs: 1 leader, 2 deputy, 3 commander; 0 while it is in time.</summary>
    public int EscalationLevel => Enum.GetValues<IncidentClock>().Max(clock => Runs(clock) ? _levels[(int)clock] : 0);

    public void Escalate(IncidentClock clock, int level) => _levels[(int)clock] = level;

    /// <summary>The clocks have new times.</summary>
    public void ResetLevels() => Array.Clear(_levels);

    private bool Runs(IncidentClock clock) => IsOpen && clock switch
    {
        IncidentClock.Acknowledge => Stage == IncidentStage.Raised && !Reopened,
        IncidentClock.Reach => Stage < IncidentStage.OnScene && !Reopened,
        _ => true,
    };
}

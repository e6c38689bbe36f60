using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Incidents;

/// <summary>How far an incident has come. The open ones stand in their order; none goes back but by reopening.</summary>
public enum IncidentStatus
{
    /// <summary>Nobody has raised it.</summary>
    Unraised,

    /// <summary>Raised, or opened again; rings.</summary>
    Raised,

    /// <summary>Somebody has seen it.</summary>
    Acknowledged,

    /// <summary>Somebody is on the way.</summary>
    Responding,

    /// <summary>Somebody is there.</summary>
    OnScene,

    /// <summary>Resolved; waits for its review.</summary>
    Resolved,

    /// <summary>Reviewed.</summary>
    Closed,

    /// <summary>Part of another incident.</summary>
    Merged,

    /// <summary>It was none.</summary>
    FalseAlarm,
}

/// <summary>One of an incident's clocks.</summary>
/// <param name="By">By when.</param>
/// <param name="Level">The level told that it ran out, 0 before the first.</param>
/// <param name="Next">When the next level is told, or null at the end of the line.</param>
public sealed record IncidentTimer(DateTimeOffset By, int Level, DateTimeOffset? Next)
{
    /// <summary>A clock that has not run out.</summary>
    public static IncidentTimer Until(DateTimeOffset by) => new(by, 0, by);
}

/// <summary>An incident: how far it has come, who owns it, its clocks.</summary>
public sealed record IncidentState(IncidentId Incident)
{
    /// <summary>What was raised, or null before.</summary>
    public IncidentRaised? Raised { get; init; }

    /// <summary>How far it has come.</summary>
    public IncidentStatus Status { get; init; }

    /// <summary>The group that owns it now.</summary>
    public GroupId Owner { get; init; }

    /// <summary>The severity now, 1 (worst) to 4.</summary>
    public int Severity { get; init; }

    /// <summary>Items of the checklist that are done.</summary>
    public ImmutableHashSet<string> Checked { get; init; } = [];

    /// <summary>Hashes of the photos in its file.</summary>
    public ImmutableHashSet<string> Photos { get; init; } = [];

    /// <summary>Hashes of the voice notes in its file.</summary>
    public ImmutableHashSet<string> Voices { get; init; } = [];

    /// <summary>Until when the acknowledgement silences it, or null while it is not silenced.</summary>
    public DateTimeOffset? SilentUntil { get; init; }

    /// <summary>Whether it rings again after a silence.</summary>
    public bool Woken { get; init; }

    /// <summary>Whether it was opened again; then only the clock to resolve runs.</summary>
    public bool IsReopened { get; init; }

    /// <summary>The clock to acknowledge.</summary>
    public IncidentTimer Acknowledge { get; init; } = IncidentTimer.Until(default);

    /// <summary>The clock to reach.</summary>
    public IncidentTimer Reach { get; init; } = IncidentTimer.Until(default);

    /// <summary>The clock to resolve.</summary>
    public IncidentTimer Resolve { get; init; } = IncidentTimer.Until(default);

    /// <summary>Who ended it and with which words, to know the same request again.</summary>
    public (string By, string Words)? End { get; init; }

    /// <summary>Where it went, when it was merged.</summary>
    public IncidentId? Into { get; init; }

    /// <summary>Whether it still disturbs the day.</summary>
    public bool IsOpen => Status is >= IncidentStatus.Raised and <= IncidentStatus.OnScene;

    /// <summary>Whether somebody is dealing with it who is not there yet.</summary>
    public bool IsUnderWay => Status is IncidentStatus.Acknowledged or IncidentStatus.Responding;

    /// <summary>Whether a clock runs. An acknowledgement silences the bell; the other two clocks go on.</summary>
    public bool Runs(IncidentClock clock) => IsOpen && clock switch
    {
        IncidentClock.Acknowledge => Status == IncidentStatus.Raised && !IsReopened,
        IncidentClock.Reach => Status < IncidentStatus.OnScene && !IsReopened,
        _ => true,
    };

    /// <summary>The timer of a clock.</summary>
    public IncidentTimer Timer(IncidentClock clock) => clock switch
    {
        IncidentClock.Acknowledge => Acknowledge,
        IncidentClock.Reach => Reach,
        _ => Resolve,
    };
}

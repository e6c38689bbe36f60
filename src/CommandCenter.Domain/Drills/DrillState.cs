using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Drills;

/// <summary>How far a drill has come.</summary>
public enum DrillStatus
{
    /// <summary>Not set up.</summary>
    Empty,

    /// <summary>Set up.</summary>
    Prepared,

    /// <summary>Its clock runs.</summary>
    Running,

    /// <summary>Its clock stands.</summary>
    Paused,

    /// <summary>Over.</summary>
    Ended,
}

/// <summary>What has become of an inject.</summary>
public enum InjectStatus
{
    /// <summary>Comes at its time, by its condition or by hand.</summary>
    Pending,

    /// <summary>Kept in hand: comes by hand only.</summary>
    InHand,

    /// <summary>It reached the players.</summary>
    Delivered,

    /// <summary>It will not come.</summary>
    Cancelled,
}

/// <summary>An inject and what has become of it.</summary>
public sealed record ScriptedInject(Inject Inject, InjectStatus Status);

/// <summary>A drill: its scenario, its clock, its injects in the order of the script.</summary>
public sealed record DrillState
{
    /// <summary>How it was set up, or null before.</summary>
    public DrillPrepared? Prepared { get; init; }

    /// <summary>How far it has come.</summary>
    public DrillStatus Status { get; init; }

    /// <summary>Operation seconds per second; 0 for from moment to moment.</summary>
    public decimal Speed { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset Start { get; init; }

    /// <summary>How much later than scripted pending injects come.</summary>
    public TimeSpan Postponed { get; init; }

    /// <summary>The injects.</summary>
    public ImmutableArray<ScriptedInject> Injects { get; init; } = [];

    /// <summary>Until when the clock hurries on, or null while it does not.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What is to be better next time: the answer by number, null while there is none.</summary>
    public ImmutableDictionary<int, string?> Improvements { get; init; } = ImmutableDictionary<int, string?>.Empty;

    /// <summary>What the day is held against: seconds and the drill that they were measured in, by type of incident or step.</summary>
    public ImmutableDictionary<(PlaybookId? Type, StepId? Step), (int Seconds, OperationId Drill)> Yardsticks { get; init; } =
        ImmutableDictionary<(PlaybookId? Type, StepId? Step), (int Seconds, OperationId Drill)>.Empty;

    /// <summary>Whether it has begun and is not over.</summary>
    public bool IsUnderWay => Status is DrillStatus.Running or DrillStatus.Paused;

    /// <summary>The inject with this id, or null.</summary>
    public ScriptedInject? Find(InjectId id) => Injects.FirstOrDefault(i => i.Inject.Id == id);

    /// <summary>The state with another fate for one inject.</summary>
    public DrillState Set(InjectId id, InjectStatus status) =>
        this with { Injects = [.. Injects.Select(i => i.Inject.Id == id ? i with { Status = status } : i)] };
}

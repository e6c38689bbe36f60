using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Drills;

/// <summary>A scripted stimulus. Stored in the journal.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="At">When, from the start of the drill; null for one that comes by condition or by hand.</param>
/// <param name="From">Who plays it, e.g. a resident.</param>
/// <param name="To">Whom it reaches: a group.</param>
/// <param name="Text">What is said or seen.</param>
/// <param name="Expected">The expected action, in words.</param>
/// <param name="Incident">The incident it raises, if it raises one.</param>
public sealed record Inject(
    InjectId Id, TimeSpan? At, string From, GroupId? To, string Text, string? Expected, InjectedIncident? Incident)
{
    /// <summary>Characters of the longest id: the incident that it raises is named after it (inj-…).</summary>
    public const int LongestId = IdSyntax.MaxLength - 4;

    /// <summary>What it waits for, in words; null for one that comes at its time.</summary>
    public string? When { get; init; }

    /// <summary>The expected action as it can be found in the journal; null where somebody must watch for it.</summary>
    public ExpectedAction? Action { get; init; }

    /// <summary>Who watches whether the expected action comes, e.g. an observer; of the exercise, never of a person.</summary>
    public string? Evaluator { get; init; }
}

/// <summary>The incident that an inject raises. Stored in the journal.</summary>
public sealed record InjectedIncident(PlaybookId Type, ZoneId Zone, int? Severity);

/// <summary>A drill is set up. Seed and scenario make it repeatable.</summary>
[Stored("drill.prepared.v3")]
public sealed record DrillPrepared(string Scenario, long Seed, ImmutableArray<Inject> Injects) : IEvent
{
    /// <summary>What the drill is to show.</summary>
    public ImmutableArray<Objective> Objectives { get; init; } = [];
}

/// <summary>The drill runs at a speed (operation seconds per second; 0 for from moment to moment). At: what injects count from.</summary>
[Stored("drill.started.v1")]
public sealed record DrillStarted(decimal Speed, DateTimeOffset At) : IEvent;

/// <summary>The drill's clock stands.</summary>
[Stored("drill.paused.v1")]
public sealed record DrillPaused : IEvent;

/// <summary>It goes on.</summary>
[Stored("drill.resumed.v1")]
public sealed record DrillResumed : IEvent;

/// <summary>Another speed.</summary>
[Stored("drill.speed-changed.v1")]
public sealed record DrillSpeedChanged(decimal Speed) : IEvent;

/// <summary>The clock hurries on to a moment and stands still there.</summary>
[Stored("drill.advanced.v1")]
public sealed record DrillAdvanced(DateTimeOffset Until) : IEvent;

/// <summary>An inject reached the players.</summary>
[Stored("drill.inject-delivered.v3")]
public sealed record InjectDelivered(Inject Inject) : IEvent;

/// <summary>An inject is kept in hand.</summary>
[Stored("drill.inject-held.v1")]
public sealed record InjectHeld(InjectId Inject) : IEvent;

/// <summary>An inject will not come.</summary>
[Stored("drill.inject-cancelled.v1")]
public sealed record InjectCancelled(InjectId Inject) : IEvent;

/// <summary>All pending injects come later.</summary>
[Stored("drill.injects-postponed.v1")]
public sealed record InjectsPostponed(int Minutes) : IEvent;

/// <summary>An observer's note, pinned to an inject or free. Score 1 to 5: of the exercise, never of a person.</summary>
[Stored("drill.observed.v1")]
public sealed record DrillObserved(InjectId? Inject, string Text, int? Score, string By) : IEvent;

/// <summary>The drill is over.</summary>
[Stored("drill.ended.v1")]
public sealed record DrillEnded : IEvent;

/// <summary>Sets the drill up; once.</summary>
public sealed record PrepareDrill(string Scenario, long Seed, ImmutableArray<Inject> Injects) : ICommand
{
    /// <summary>What the drill is to show.</summary>
    public ImmutableArray<Objective> Objectives { get; init; } = [];
}

/// <summary>Starts it. Speed 0 (from moment to moment) to 60.</summary>
public sealed record StartDrill(decimal Speed) : ICommand
{
    /// <summary>As fast as anybody watches.</summary>
    public const decimal FastestSpeed = 60;
}

/// <summary>Stops the drill's clock.</summary>
public sealed record PauseDrill : ICommand;

/// <summary>Lets it go on.</summary>
public sealed record ResumeDrill : ICommand;

/// <summary>Changes the speed, 0 to 60.</summary>
public sealed record ChangeDrillSpeed(decimal Value) : ICommand;

/// <summary>Hurries on by so many minutes, 1 to 720, and stands still there.</summary>
public sealed record AdvanceDrill(int Minutes) : ICommand;

/// <summary>Delivers an inject now.</summary>
public sealed record DeliverInject(InjectId Inject) : ICommand;

/// <summary>Keeps a pending inject in hand.</summary>
public sealed record HoldInject(InjectId Inject) : ICommand;

/// <summary>Cancels an inject.</summary>
public sealed record CancelInject(InjectId Inject) : ICommand;

/// <summary>Postpones all pending injects, 1 to 240 minutes.</summary>
public sealed record PostponeInjects(int Minutes) : ICommand;

/// <summary>Notes what was observed.</summary>
public sealed record ObserveDrill(InjectId? Inject, string Text, int? Score) : ICommand;

/// <summary>Ends the drill.</summary>
public sealed record EndDrill : ICommand;

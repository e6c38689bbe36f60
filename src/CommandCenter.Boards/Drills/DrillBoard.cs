using System.Collections.Immutable;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Drills;

/// <summary>Topic <c>drill</c>: how a rehearsal goes, for those who direct and watch it. It judges the exercise, never a person.</summary>
public sealed record DrillBoard
{
    /// <summary>How far it has come; empty in a live operation.</summary>
    public required DrillStatus Status { get; init; }

    /// <summary>The scenario's name; absent before it was set up.</summary>
    public string? Scenario { get; init; }

    /// <summary>Its seed.</summary>
    public long? Seed { get; init; }

    /// <summary>When it was set up, by the clock on the wall: which of two drills was before the other.</summary>
    public DateTimeOffset? SetUpAt { get; init; }

    /// <summary>Operation seconds per second; 0 for as fast as it goes.</summary>
    public required decimal Speed { get; init; }

    /// <summary>When it started, operation time; injects count from here.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Until when its clock hurries on.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the last household so far was done.</summary>
    public DateTimeOffset? LastDoneAt { get; init; }

    /// <summary>How many minutes later than scripted pending injects come.</summary>
    public required int PostponedMinutes { get; init; }

    /// <summary>The injects, in the order of the script.</summary>
    public required ImmutableArray<DrillInject> Injects { get; init; }

    /// <summary>What the drill is to show, and how it stands.</summary>
    public required ImmutableArray<ObjectiveState> Objectives { get; init; }

    /// <summary>What observers noted, oldest first.</summary>
    public required ImmutableArray<Observation> Observations { get; init; }

    /// <summary>What is to be better next time, by number.</summary>
    public required ImmutableArray<Improvement> Improvements { get; init; }

    /// <summary>What this day or drill shows, for another to be held against.</summary>
    public required ImmutableArray<Measured> Measured { get; init; }

    /// <summary>What it is itself held against.</summary>
    public required ImmutableArray<Yardstick> Yardsticks { get; init; }
}

/// <summary>An inject and what came of it.</summary>
public sealed record DrillInject
{
    /// <summary>Its id.</summary>
    public required InjectId Id { get; init; }

    /// <summary>When it is to come, operation time, postponements counted; absent where it waits for something.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What it waits for, in words.</summary>
    public string? When { get; init; }

    /// <summary>Who plays it.</summary>
    public required string From { get; init; }

    /// <summary>The group that it reaches.</summary>
    public Label? To { get; init; }

    /// <summary>What is said or seen.</summary>
    public required string Text { get; init; }

    /// <summary>The expected action, in words.</summary>
    public string? Expected { get; init; }

    /// <summary>The expected action as the journal shows it.</summary>
    public ExpectedKind? Action { get; init; }

    /// <summary>How soon it is expected, seconds.</summary>
    public int? WithinSeconds { get; init; }

    /// <summary>Who watches for it.</summary>
    public string? Evaluator { get; init; }

    /// <summary>What has become of the inject.</summary>
    public required InjectStatus Status { get; init; }

    /// <summary>When it reached the players.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When the expected action came.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The entry that shows it.</summary>
    public long? AnsweredBy { get; init; }

    /// <summary>From the delivery to the expected action, seconds.</summary>
    public int? ResponseSeconds { get; init; }

    /// <summary>Whether the action came in time; absent while that is open or cannot be found in the journal.</summary>
    public bool? InTime { get; init; }
}

/// <summary>An objective and how it stands.</summary>
/// <param name="Kind">What is measured.</param>
/// <param name="Step">The name of the step that it looks at.</param>
/// <param name="Target">Minutes at most, or percent at least.</param>
/// <param name="Measured">In the same unit; absent while there is nothing to measure.</param>
/// <param name="Met">Whether it is met so far; absent while there is nothing to measure.</param>
public sealed record ObjectiveState(ObjectiveKind Kind, Label? Step, int Target, int? Measured, bool? Met);

/// <summary>What an observer noted.</summary>
/// <param name="At">When.</param>
/// <param name="Inject">The inject that it is pinned to.</param>
/// <param name="Text">What was seen.</param>
/// <param name="Score">1 to 5: of the exercise.</param>
/// <param name="By">The post that noted it.</param>
public sealed record Observation(DateTimeOffset At, InjectId? Inject, string Text, int? Score, Who By);

/// <summary>What is to be better next time.</summary>
/// <param name="No">Its number within the drill.</param>
/// <param name="Text">What.</param>
/// <param name="Owner">The group that sees to it.</param>
/// <param name="Due">Until when.</param>
/// <param name="By">Who noted it.</param>
/// <param name="DoneAt">When it was done.</param>
/// <param name="Answer">How.</param>
public sealed record Improvement(int No, string Text, Label Owner, DateTimeOffset Due, Who By, DateTimeOffset? DoneAt, string? Answer);

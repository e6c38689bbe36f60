using System.Collections.Immutable;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Scenarios;

/// <summary>
/// The story of a drill: how residents come and behave, how clerks work, what disturbs the day. Times of day are given
/// as distances from midnight of the plan's day.
/// </summary>
public sealed record Scenario
{
    /// <summary>How long before the opening a drill begins: room for sign-ins, window tests and the order.</summary>
    public static readonly TimeSpan Prelude = TimeSpan.FromMinutes(40);

    /// <summary>File name without ending, e.g. <c>standard-day</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name in both languages.</summary>
    public required Label Name { get; init; }

    /// <summary>Size of the sample operation: 1 is 199 households, 10 is 1,990 with ten times the windows.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>Nobody has told this day: what it says of tastes and of lunch is a guess, which the day corrects.</summary>
    public bool IsGuess { get; init; }

    /// <summary>Seed unless the command line gives one.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>When households come.</summary>
    public required Arrivals Arrivals { get; init; }

    /// <summary>Reception desks (per scale) and the time that a check-in takes there.</summary>
    public required CheckInDesks CheckIn { get; init; }

    /// <summary>Time at the window, per step.</summary>
    public required ImmutableDictionary<StepId, Distribution> Service { get; init; }

    /// <summary>How residents behave.</summary>
    public required Behaviour Behaviour { get; init; }

    /// <summary>Which flats they like.</summary>
    public required Preferences Preferences { get; init; }

    /// <summary>How clerks work.</summary>
    public required Clerking Clerking { get; init; }

    /// <summary>Requests and complaints that arise.</summary>
    public ImmutableArray<ArisingCase> Cases { get; init; } = [];

    /// <summary>Incidents and other injects.</summary>
    public ImmutableArray<ScenarioInject> Injects { get; init; } = [];

    /// <summary>What the drill is to show.</summary>
    public ImmutableArray<Objective> Objectives { get; init; } = [];

    /// <summary>Times in which windows do not serve.</summary>
    public ImmutableArray<WindowPause> Pauses { get; init; } = [];

    /// <summary>Windows that work more slowly or faster: time at the window × factor.</summary>
    public ImmutableDictionary<WindowId, double> Pace { get; init; } = ImmutableDictionary<WindowId, double>.Empty;

    /// <summary>Times in which the whole day is suspended.</summary>
    public ImmutableArray<Suspension> Suspensions { get; init; } = [];

    /// <summary>How task groups work.</summary>
    public required GroupWork Groups { get; init; }

    /// <summary>What sets a drill of this story up: its injects count from the drill's beginning.</summary>
    public PrepareDrill Prepare(Plan plan, long seed)
    {
        var start = plan.Opens.TimeOfDay - Prelude;
        return new(Id, seed, [.. Injects.Select(i => i.TimeOfDay is { } time ? i.Inject with { At = time - start } : i.Inject)])
        {
            Objectives = Objectives,
        };
    }
}

/// <summary>When households come: shares of all households by time of day.</summary>
/// <param name="Slots">Shares that add up to 1.</param>
/// <param name="ByDrawOrder">Households are invited in draw order (with some spread), not at random.</param>
/// <param name="Absent">Share that never comes.</param>
public sealed record Arrivals(ImmutableArray<ArrivalSlot> Slots, bool ByDrawOrder, double Absent);

/// <summary>A share of the households comes evenly between two times of day.</summary>
public sealed record ArrivalSlot(TimeSpan From, TimeSpan To, double Share);

/// <summary>Reception desks and their work.</summary>
public sealed record CheckInDesks(int Desks, Distribution Service);

/// <summary>How residents behave.</summary>
/// <param name="Present">Probability that a member besides the head comes along.</param>
/// <param name="Walk">From hearing the call to the window.</param>
/// <param name="NoShow">Probability of not appearing when called.</param>
/// <param name="Return">From the pass until it reports back.</param>
/// <param name="NeverReturns">Probability that a passed household does not come back that day (before it holds a flat).</param>
/// <param name="Consults">Probability of a consultation while waiting for selection.</param>
/// <param name="Indecision">Probability of giving a reserved flat up for another.</param>
/// <param name="Thinking">Time to choose a flat.</param>
public sealed record Behaviour(
    double Present, Distribution Walk, double NoShow, Distribution Return, double NeverReturns, double Consults,
    double Indecision, Distribution Thinking);

/// <summary>Which flats residents like: weights added up, the highest wins; personal taste is drawn per household and flat.</summary>
/// <param name="Types">Extra weight per flat type.</param>
/// <param name="HighFloor">Extra weight of the upper third of the floors.</param>
/// <param name="MiddleFloor">Extra weight of the middle third.</param>
/// <param name="Fit">Weight lost per 10 m² away from the area granted.</param>
/// <param name="Taste">Standard deviation of personal taste.</param>
/// <param name="Settle">A flat below this weight is declined rather than taken.</param>
public sealed record Preferences(
    ImmutableDictionary<UnitTypeId, double> Types, double HighFloor, double MiddleFloor, double Fit, double Taste, double Settle);

/// <summary>How clerks work.</summary>
/// <param name="Between">From one household to calling the next.</param>
/// <param name="Start">From arrival to the start of service.</param>
/// <param name="LunchFrom">Start of staggered lunch breaks; null for none.</param>
/// <param name="LunchFor">Length of one.</param>
public sealed record Clerking(Distribution Between, Distribution Start, TimeSpan? LunchFrom, TimeSpan LunchFor);

/// <summary>A kind of matter that arises.</summary>
/// <param name="Category">Its category.</param>
/// <param name="Kind">Simple or complex.</param>
/// <param name="Channel">Where it comes in.</param>
/// <param name="Share">Share of the households that bring it up after check-in.</param>
/// <param name="Text">What it says.</param>
/// <param name="Answer">From registration to the answer.</param>
/// <param name="AnswerText">The answer.</param>
/// <param name="Clause">The clause it rests on.</param>
public sealed record ArisingCase(
    CaseCategory Category, CaseKind Kind, CaseChannel Channel, double Share, string Text, Distribution Answer, string AnswerText, ClauseId Clause);

/// <summary>An inject with its time of day or its condition.</summary>
public sealed record ScenarioInject(Inject Inject, TimeSpan? TimeOfDay, InjectCondition? When);

/// <summary>What a conditional inject waits for.</summary>
public enum ConditionKind
{
    /// <summary>More than so many wait at a step.</summary>
    WaitingAbove,

    /// <summary>Fewer than so many flats of a type are left.</summary>
    FlatsLeftBelow,

    /// <summary>So many minutes after another inject.</summary>
    MinutesAfter,

    /// <summary>So many minutes after another inject, unless its expected action has come by then.</summary>
    Unanswered,
}

/// <summary>A condition: its kind, the step, type or inject it looks at, and the number.</summary>
public sealed record InjectCondition(ConditionKind Kind, string Subject, int Number)
{
    /// <summary>Whether it waits for another inject.</summary>
    public bool FollowsInject => Kind is ConditionKind.MinutesAfter or ConditionKind.Unanswered;
}

/// <summary>A window, or all of them, does not serve for a time.</summary>
/// <param name="Window">Which; null for all.</param>
/// <param name="Cue">When it begins.</param>
/// <param name="For">How long.</param>
/// <param name="Reason">The stated reason.</param>
public sealed record WindowPause(WindowId? Window, Cue Cue, TimeSpan For, string Reason);

/// <summary>The day is suspended for a time, with a sentence for the public.</summary>
public sealed record Suspension(Cue Cue, TimeSpan For, string Sentence);

/// <summary>How task groups work.</summary>
/// <param name="Acknowledge">From raising to acknowledging an incident.</param>
/// <param name="Reach">From acknowledging to being there.</param>
/// <param name="Resolve">From being there to resolving.</param>
/// <param name="Accept">From an order to accepting it.</param>
/// <param name="Finish">From accepting to the answer.</param>
/// <param name="LateRollCall">Probability that a member reports late.</param>
public sealed record GroupWork(
    Distribution Acknowledge, Distribution Reach, Distribution Resolve, Distribution Accept, Distribution Finish, double LateRollCall);

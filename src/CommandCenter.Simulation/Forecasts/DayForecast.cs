using System.Collections.Immutable;
using CommandCenter.Boards.Moments;
using CommandCenter.Domain.Identity;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>What many seeded runs of the rest of a day come to. Moments are seconds since midnight of the hall, waits seconds.</summary>
public sealed record DayForecast
{
    /// <summary>How many runs.</summary>
    public required int Runs { get; init; }

    /// <summary>Midnight of the day, from which its moments count.</summary>
    public required DateTimeOffset Midnight { get; init; }

    /// <summary>The moment from which they ran.</summary>
    public required double From { get; init; }

    /// <summary>When the last household is done.</summary>
    public required Band EndsAt { get; init; }

    /// <summary>Households done after closing time.</summary>
    public required Band PastClosing { get; init; }

    /// <summary>The longest wait before a call from now on.</summary>
    public required Band LongestWait { get; init; }

    /// <summary>Per type of flat, when its last one is taken; infinity where one is left, negative infinity where none was.</summary>
    public required IReadOnlyDictionary<UnitTypeId, Band> SoldOut { get; init; }

    /// <summary>Per step of the main line, how long whoever joins its line next waits for the call; absent where nobody will.</summary>
    public required IReadOnlyDictionary<StepId, Band> NextWait { get; init; }

    /// <summary>What the households can expect that are not done, in draw order.</summary>
    public required ImmutableArray<HouseholdOutlook> Households { get; init; }

    /// <summary>Households done, by quarter hours from now on.</summary>
    public required ImmutableArray<CoursePoint> Course { get; init; }

    /// <summary>Runs the rest of a day so many times, from a moment as the boards have it.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="at">Operation time.</param>
    /// <param name="scenario">What is expected where neither plan nor measurement says anything.</param>
    /// <param name="runs">How many runs.</param>
    /// <param name="seed">What is random follows from it.</param>
    public static DayForecast Of(DayMoment moment, DateTimeOffset at, Scenario scenario, int runs, long seed) =>
        new ForecastMaker().Make(moment, at, scenario, runs, seed);

    /// <summary>Runs a day so many times from its morning, exactly as its story has it.</summary>
    public static DayForecast Of(DayOutline day, int runs, long seed) =>
        new Forecaster(day, Expectations.OfStory(day), runs).Run(Situation.Morning(day), seed);
}

/// <summary>What a household can expect.</summary>
/// <param name="Household">Which.</param>
/// <param name="CallAt">When it is called next; infinity where it is not called again.</param>
/// <param name="TurnAt">When its turn to choose comes; null once it has chosen, or in runs in which it never comes, infinity.</param>
/// <param name="Chance">The chance that a flat that it may take is left then; null once it has chosen.</param>
/// <param name="Types">The same for each type that it may take.</param>
public sealed record HouseholdOutlook(HouseholdId Household, Band CallAt, Band? TurnAt, double? Chance, ImmutableArray<TypeChance> Types);

/// <summary>The chance that a flat of a type is left.</summary>
public readonly record struct TypeChance(UnitTypeId Type, double Chance);

/// <summary>Households done by a moment.</summary>
public readonly record struct CoursePoint(double At, Band Done);

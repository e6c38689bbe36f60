using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Forecasts;

/// <summary>A moment of which a forecast says: one run of ten before the first, half before the second, nine of ten before the third. Null: not at all. Stored.</summary>
public readonly record struct MomentBand(DateTimeOffset? P10, DateTimeOffset? P50, DateTimeOffset? P90);

/// <summary>The same of a number: households, or seconds. Stored.</summary>
public readonly record struct NumberBand(int P10, int P50, int P90);

/// <summary>How long whoever joins a step's line next waits for the call, seconds. Stored.</summary>
public sealed record WaitForecast(StepId Step, NumberBand Seconds);

/// <summary>When a household is called next. Stored.</summary>
public sealed record CallForecast(HouseholdId Household, MomentBand At);

/// <summary>When the last flat of a type is taken. Stored.</summary>
public sealed record SellOutForecast(UnitTypeId Type, MomentBand At);

/// <summary>How the day would go: what a move is judged by. Stored.</summary>
/// <param name="EndsAt">When the last household is done.</param>
/// <param name="LongestWait">The longest wait before a call from now on, seconds.</param>
/// <param name="PastClosing">Households done after closing time.</param>
public sealed record DayCourse(MomentBand EndsAt, NumberBand LongestWait, NumberBand PastClosing);

/// <summary>
/// What was forecast at a full hour, kept so that the report can say later how often reality fell within. An hour has one.
/// </summary>
/// <param name="At">When it was made.</param>
/// <param name="Course">The day's end.</param>
/// <param name="Waits">The next waits per step.</param>
/// <param name="Calls">The next call of each household that waits.</param>
/// <param name="SoldOut">Per type of flat that was not sold out.</param>
[Stored("forecast.recorded.v1")]
public sealed record ForecastRecorded(
    DateTimeOffset At, DayCourse Course, ImmutableArray<WaitForecast> Waits, ImmutableArray<CallForecast> Calls, ImmutableArray<SellOutForecast> SoldOut) : IEvent;

/// <summary>A move was ordered, with what was expected of it: the day without it and with it, under the same chances.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Move">What was ordered.</param>
/// <param name="Without">The day if nothing is done.</param>
/// <param name="With">The day with the move.</param>
[Stored("move.ordered.v1")]
public sealed record MoveOrdered(int Number, Move Move, DayCourse Without, DayCourse With) : IEvent;

/// <summary>From the forecast: keeps what it says; within an hour of the operation's clock only once.</summary>
/// <param name="AgeSeconds">How long ago, by the operation's clock, the moment is that it started from; 1 to 3600.</param>
/// <param name="Course">The day's end.</param>
/// <param name="Waits">The next waits per step.</param>
/// <param name="Calls">The next call of each household that waits.</param>
/// <param name="SoldOut">Per type of flat that was not sold out.</param>
public sealed record RecordForecast(
    int AgeSeconds, DayCourse Course, ImmutableArray<WaitForecast> Waits, ImmutableArray<CallForecast> Calls, ImmutableArray<SellOutForecast> SoldOut) : ICommand;

/// <summary>Orders a move, with its computed effect, which the server adds.</summary>
public sealed record OrderMove(Move Move, DayCourse Without, DayCourse With) : ICommand;

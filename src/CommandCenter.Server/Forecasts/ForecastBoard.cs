using System.Collections.Immutable;
using CommandCenter.Domain.Forecasts;

namespace CommandCenter.Server.Forecasts;

/// <summary>
/// Topic <c>forecast</c>: how the rest of the day is expected to go. Computed from the boards; the journal holds one an hour
/// (<see cref="ForecastRecorded"/>). Names nobody.
/// </summary>
/// <param name="At">The moment from which it was made: its age is the operation clock less this.</param>
/// <param name="Runs">Of so many runs.</param>
/// <param name="Course">The day's end, the longest wait, households past closing.</param>
/// <param name="Waits">Per step, how long whoever joins its line next waits.</param>
/// <param name="SoldOut">Per type of flat that is left.</param>
/// <param name="Done">Households done, by quarter hours from now on; none of the past.</param>
/// <param name="Advice">The single move of a window that would help most; null where none does.</param>
public sealed record ForecastBoard(
    DateTimeOffset At, int Runs, DayCourse Course, ImmutableArray<WaitForecast> Waits, ImmutableArray<SellOutForecast> SoldOut,
    ImmutableArray<DonePoint> Done, MoveAdvice? Advice);

/// <summary>Households done by a moment.</summary>
public sealed record DonePoint(DateTimeOffset At, NumberBand Done);

/// <summary>A move that helps, and the day with and without it.</summary>
public sealed record MoveAdvice(Move Move, DayCourse Without, DayCourse With);

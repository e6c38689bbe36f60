using System.Collections.Immutable;
using CommandCenter.Domain.Forecasts;

namespace CommandCenter.Boards.Forecasts;

/// <summary>Topic <c>calibration</c>: what was forecast against what came, hour by hour, and what became of the moves that were ordered.</summary>
/// <param name="Hours">One score per hour in which a forecast was kept.</param>
/// <param name="Moves">The moves ordered, newest first.</param>
public sealed record CalibrationBoard(ImmutableArray<HourScore> Hours, ImmutableArray<MoveOutcome> Moves);

/// <summary>A move that was ordered, with what was expected of it and what came.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Move">What was ordered.</param>
/// <param name="At">When.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="Without">The day as it would have gone if nothing had been done.</param>
/// <param name="With">The day as it was expected with the move.</param>
/// <param name="Real">The day as it went, once it is over.</param>
public sealed record MoveOutcome(int Number, Move Move, DateTimeOffset At, Who By, DayCourse Without, DayCourse With, RealCourse? Real);

/// <summary>How a day went.</summary>
/// <param name="EndedAt">When the last household was done.</param>
/// <param name="LongestWaitSeconds">The longest wait before a call after the move was ordered.</param>
/// <param name="PastClosing">Households done after closing time.</param>
public sealed record RealCourse(DateTimeOffset EndedAt, int LongestWaitSeconds, int PastClosing);

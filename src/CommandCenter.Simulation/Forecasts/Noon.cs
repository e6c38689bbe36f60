using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Windows;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// When windows go to lunch: as the story tells it; where the day is a guess, as late as those went who have gone, and no sooner
/// than now. Whoever still serves somebody at that time goes afterwards.
/// </summary>
internal sealed class Noon
{
    // Of a day that nobody has told: a pause from so long before the time to so long after it is lunch.
    private const double Early = 60 * 60;
    private const double Late = 120 * 60;

    // Where others went and this window did not within that time, it does without; where nobody went, all of them do after this.
    private const double Patience = 30 * 60;
    private const double PatienceWithAll = 60 * 60;

    // Told lunch begins on time, or when whoever was called before has been served.
    private const double OnTime = 15 * 60;

    private readonly DayOutline _day;
    private readonly double _now;
    private readonly double _delay;

    public Noon(DayOutline day, DayMoment moment, double now)
    {
        (_day, _now) = (day, now);
        _delay = day.Scenario.IsGuess ? DelayOf(moment) : 0;
    }

    /// <summary>How long it lasts, seconds.</summary>
    public double Length => _day.Scenario.Clerking.LunchFor.TotalSeconds;

    /// <summary>When a window goes as the story tells it, seconds since midnight; null where there is no lunch.</summary>
    public static double? Told(DayOutline day, Place place) => day.Scenario.Clerking is { LunchFrom: { } from, LunchFor: var length }
        ? (from + (length * place.Shift)).TotalSeconds
        : null;

    /// <summary>Whether a pause that began then is a window's lunch.</summary>
    public bool IsLunch(Place place, double began) => Told(_day, place) is { } told
        && (_day.Scenario.IsGuess ? IsAround(told, began) : began >= told - 1 && began < told + OnTime);

    /// <summary>When a window still goes; null where it has gone or does without.</summary>
    public double? Ahead(Place place, WindowMoment window)
    {
        if (Told(_day, place) is not { } told)
        {
            return null;
        }

        var at = told + _delay;
        var isDue = !_day.Scenario.IsGuess ? at > _now || IsStillDue(told, window)
            : _now - at < Patience && !HasGone(told, window) && !IsGone(told, window);
        return isDue ? Math.Max(at, _now) : null;
    }

    private double DelayOf(DayMoment moment)
    {
        var (delays, first) = (new List<double>(), double.PositiveInfinity);
        foreach (var place in Roster.Windows(_day))
        {
            var window = moment.Windows[place.Server - _day.Desks];
            if (Told(_day, place) is not { } told)
            {
                return 0;
            }

            first = Math.Min(first, told);
            if (IsGone(told, window))
            {
                delays.Add(_day.Seconds(window.Since!.Value) - told);
            }
            else if (HasGone(told, window))
            {
                delays.Add(_day.Seconds(window.Since!.Value) - Length - told);
            }
        }

        return delays.Count > 0 ? delays.Order().ElementAt(delays.Count / 2)
            : _now < first + PatienceWithAll ? Math.Max(0, _now - first)
            : 0;
    }

    private bool IsGone(double told, WindowMoment window) =>
        window is { Status: WindowStatus.Paused, Since: { } since } && IsAround(told, _day.Seconds(since));

    private bool HasGone(double told, WindowMoment window) =>
        window is { Status: WindowStatus.Open, Since: { } since } && IsAround(told + Length, _day.Seconds(since));

    private bool IsStillDue(double told, WindowMoment window) => window is { Status: WindowStatus.Open, Seat: { } seat }
        && _day.Seconds(seat.CalledAt) <= told && (window.Since is not { } since || _day.Seconds(since) < told);

    private static bool IsAround(double told, double at) => at >= told - Early && at < told + Late;
}

using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Simulation.Networks;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>
/// What orders about windows change in the rest of the day. An order holds from when it is given, carried out or not, so that
/// the forecast after it is the one that was shown before it.
/// </summary>
internal static class StandingOrders
{
    // What has not been carried out by then, nobody counts on.
    private const double Patience = 15 * 60;

    /// <summary>The changes that a move makes, were it ordered now.</summary>
    public static IEnumerable<ServerChange> Of(DayOutline day, Move move, double now)
    {
        var at = move.At is { } from ? Math.Max(now, day.Seconds(from)) : now;
        return move.Windows.Select(w => Change(day, move, at, day.Desks + day.Plan.Windows.IndexOf(day.Plan.FindWindow(w)!)));
    }

    /// <summary>The rest of the day with what has been ordered before.</summary>
    public static Situation Heed(Situation situation, DayOutline day, DayMoment moment)
    {
        for (var w = 0; w < moment.Windows.Length; w++)
        {
            if (moment.Windows[w].Ordered is { } ordered)
            {
                situation = Heed(situation, day, moment.Windows[w], ordered, day.Desks + w);
            }
        }

        return situation;
    }

    private static Situation Heed(Situation situation, DayOutline day, WindowMoment window, OrderedMove ordered, int server)
    {
        var (move, from) = (ordered.Move, day.Seconds(ordered.From));
        if (move.Kind == MoveKind.Break && window is { Status: WindowStatus.Paused, Since: { } since } && from <= situation.Now)
        {
            var back = Math.Max(from, day.Seconds(since)) + (move.Minutes.GetValueOrDefault() * 60.0);
            return situation.Instead(new(Math.Max(situation.Now, back), server, day.StationOf(window.Step)));
        }

        var holds = move.Kind == MoveKind.Pause && window.Status == WindowStatus.Paused;
        return holds || situation.Now - from < Patience
            ? situation.With([Change(day, move, Math.Max(situation.Now, from), server)])
            : situation;
    }

    private static ServerChange Change(DayOutline day, Move move, double at, int server) => move.Kind switch
    {
        MoveKind.Open => new(at, server, day.StationOf(move.Step)),
        MoveKind.Pause => new(at, server, -1),
        _ => new(at, server, -1, move.Minutes.GetValueOrDefault() * 60.0),
    };
}

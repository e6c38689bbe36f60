using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Operations;
using CommandCenter.Simulation.Networks;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>When windows open and go to lunch, as far as it is known.</summary>
internal static class Roster
{
    // A pause without a stated end is expected to last that long in all.
    private const double Pause = 15 * 60;

    // One that has lasted longer ends soon, as far as anybody can say.
    private const double Soon = 5 * 60;

    /// <summary>The day of the windows before it begins: all of them open with it, and go to lunch in turn.</summary>
    public static ServerChange[] Morning(DayOutline day) =>
        InOrder(Desks(day, day.Opens).Concat(Windows(day).SelectMany(w => Whole(day, w, day.Opens))));

    /// <summary>Where the servers are at a moment.</summary>
    public static int[] StationsAt(DayOutline day, DayMoment moment)
    {
        var stations = new int[day.Servers];
        Array.Fill(stations, HasBegun(moment) ? 0 : -1, 0, day.Desks);
        for (var w = 0; w < moment.Windows.Length; w++)
        {
            var window = moment.Windows[w];
            stations[day.Desks + w] = HasBegun(moment) && window.Status == WindowStatus.Open ? day.StationOf(window.Step) : -1;
        }

        return stations;
    }

    /// <summary>What is still to come for the windows after a moment.</summary>
    public static ServerChange[] After(DayOutline day, DayMoment moment, double now)
    {
        if (!HasBegun(moment))
        {
            var opens = Math.Max(now, day.Opens);
            return InOrder(Desks(day, opens).Concat(Windows(day).SelectMany(w => Whole(day, w, opens))));
        }

        var noon = new Noon(day, moment, now);
        return InOrder(Windows(day).SelectMany(w => After(day, noon, moment.Windows[w.Server - day.Desks], w, now)));
    }

    // A window that stands at its lunch time is at lunch.
    private static IEnumerable<ServerChange> After(DayOutline day, Noon noon, WindowMoment window, Place place, double now)
    {
        if (window.Status == WindowStatus.Paused && window.Since is { } since && day.StationOf(window.Step) is var back and >= 0)
        {
            var began = day.Seconds(since);
            var atLunch = noon.IsLunch(place, began);
            var length = atLunch ? noon.Length : Pause;
            yield return new(Math.Max(began + length, now + (atLunch ? 0 : Soon)), place.Server, back);
        }

        if (noon.Ahead(place, window) is { } lunch)
        {
            yield return new(lunch, place.Server, -1, noon.Length);
        }
    }

    private static IEnumerable<ServerChange> Whole(DayOutline day, Place place, double opens)
    {
        yield return new(opens, place.Server, place.Station);
        if (Noon.Told(day, place) is { } lunch)
        {
            yield return new(lunch, place.Server, -1, day.Scenario.Clerking.LunchFor.TotalSeconds);
        }
    }

    private static IEnumerable<ServerChange> Desks(DayOutline day, double opens) =>
        Enumerable.Range(0, day.Desks).Select(d => new ServerChange(opens, d, 0));

    /// <summary>The windows of the main line. Those of one step go to lunch in turn, in at most three shifts.</summary>
    public static IEnumerable<Place> Windows(DayOutline day)
    {
        var windows = day.Plan.Windows;
        for (var w = 0; w < windows.Length; w++)
        {
            var step = windows[w].Steps[0];
            if (day.StationOf(step) is var station and >= 0)
            {
                var peers = windows.Count(p => p.Steps[0] == step);
                yield return new(day.Desks + w, station, windows.Take(w).Count(p => p.Steps[0] == step) % Math.Min(peers, 3));
            }
        }
    }

    private static bool HasBegun(DayMoment moment) => moment.Phase is not (OperationPhase.Preparing or OperationPhase.Ready);

    private static ServerChange[] InOrder(IEnumerable<ServerChange> changes) => [.. changes.OrderBy(static c => c.At).ThenBy(static c => c.Server)];
}

/// <summary>A window as a server: the station it usually serves, and its shift for lunch.</summary>
internal readonly record struct Place(int Server, int Station, int Shift);

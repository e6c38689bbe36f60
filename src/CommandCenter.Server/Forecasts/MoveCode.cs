using System.Globalization;
using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Server.Forecasts;

/// <summary>
/// A move in an address: <c>open.w4.signing</c>, <c>pause.w4</c>, <c>break.all.1200.30</c> (all windows from 12:00 for 30
/// minutes), <c>move.verification.signing.2</c> (two windows from one step to another). Ids have no dots.
/// </summary>
internal static class MoveCode
{
    private const string All = "all";

    /// <summary>The address of a move of one window.</summary>
    public static string Of(Move move) =>
        move.Kind == MoveKind.Open ? $"open.{move.Windows[0]}.{move.Step}" : $"pause.{move.Windows[0]}";

    /// <summary>Reads a code; null where it says nothing that the plan knows. Of what is moved there may be fewer than asked for.</summary>
    public static Move? Read(string code, DayMoment moment, DateTimeOffset now) => code.Split('.') switch
    {
        ["open", var window, var step] => new(MoveKind.Open, [new(window)], new(step), null, null),
        ["pause", var window] => new(MoveKind.Pause, [new(window)], null, null, null),
        ["break", var which, var from, var minutes] => Break(which, from, minutes, moment, now),
        ["move", var from, var to, var count] => Shift(new(from), new(to), count, moment),
        _ => null,
    };

    /// <summary>The open windows of a step that the plan allows to serve another.</summary>
    public static IEnumerable<WindowId> Movable(StepId from, StepId to, DayMoment moment) =>
        moment.Windows.Where(w => w.Status == WindowStatus.Open && w.Step == from && w.Steps.Contains(to)).Select(static w => w.Window);

    private static Move? Shift(StepId from, StepId to, string count, DayMoment moment) =>
        int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && Movable(from, to, moment).Take(wanted).ToList() is { Count: > 0 } windows
            ? new(MoveKind.Open, [.. windows], to, null, null)
            : null;

    private static Move? Break(string which, string from, string minutes, DayMoment moment, DateTimeOffset now)
    {
        var line = moment.Plan.MainLine.Where(static s => s.Kind != ServiceKind.CheckIn).Select(static s => s.Id).ToHashSet();
        var windows = which == All ? moment.Windows.Where(w => w.Step is { } s && line.Contains(s)).Select(static w => w.Window) : [new WindowId(which)];
        var today = now.ToOffset(moment.Plan.Opens.Offset);
        return TimeOnly.TryParseExact(from, "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? new(MoveKind.Break, [.. windows], null, today - today.TimeOfDay + time.ToTimeSpan(), length)
            : null;
    }
}

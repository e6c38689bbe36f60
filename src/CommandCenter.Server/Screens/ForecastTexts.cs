using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Server.Screens;

/// <summary>How bands and moves are written: always a range beside the likely value, never one exact figure.</summary>
internal static class ForecastTexts
{
    /// <summary>A band of moments as 16:40–17:20.</summary>
    public static string Range(MomentBand band) => $"{Clock(band.P10)}–{Clock(band.P90)}";

    /// <summary>The likely moment.</summary>
    public static string Likely(MomentBand band) => Clock(band.P50);

    /// <summary>To five minutes: what is told to a household is no finer than it is true.</summary>
    public static string Roughly(MomentBand band) => $"{Five(band.P10, false)}–{Five(band.P90, true)}";

    /// <summary>A band of seconds as minutes, e.g. 5–15.</summary>
    public static string Minutes(NumberBand seconds) =>
        seconds.P90 < 60 ? Texts.T("fc.noWait") : Texts.T("fc.minutes", seconds.P10 / 60, (seconds.P90 + 59) / 60);

    /// <summary>When a type runs out, or that it may not.</summary>
    public static string SoldOut(MomentBand band) => band switch
    {
        { P10: null } => Texts.T("fc.lasts"),
        { P90: null } => Texts.T("fc.mayRunOut", Clock(band.P10)),
        _ => Range(band),
    };

    /// <summary>A move in words.</summary>
    public static string Of(Move move, Plan plan)
    {
        var windows = move.Windows.Length > 4
            ? Texts.T("try.allWindows", move.Windows.Length)
            : string.Join(Texts.T("try.and"), move.Windows.Select(w => Texts.Name(plan.FindWindow(w)?.Name)));
        return move.Kind switch
        {
            MoveKind.Open => Texts.T("try.open", windows, Texts.Name(plan.FindStep(move.Step.GetValueOrDefault())?.Name)),
            MoveKind.Pause => Texts.T("try.pause", windows),
            _ => Texts.T("try.break", windows, move.At is { } at ? Moments.Clock(at.ToOffset(plan.Opens.Offset)) : Texts.T("try.now"), move.Minutes),
        };
    }

    /// <summary>Minutes by which a moment lies before (negative) or after another.</summary>
    public static int? Shift(MomentBand from, MomentBand to) =>
        from.P50 is { } a && to.P50 is { } b ? (int)Math.Round((b - a).TotalMinutes) : null;

    /// <summary>A number with its sign.</summary>
    public static string Signed(int number) => number switch { 0 => "±0", > 0 => $"+{number}", _ => $"−{-number}" };

    private static string Clock(DateTimeOffset? at) => at is { } known ? Moments.Clock(known) : "—";

    private static string Five(DateTimeOffset? at, bool up)
    {
        if (at is not { } known)
        {
            return Texts.T("fc.later");
        }

        var five = TimeSpan.TicksPerMinute * 5;
        var over = known.Ticks % five;
        return Moments.Clock(known.AddTicks(up && over > 0 ? five - over : -over));
    }
}

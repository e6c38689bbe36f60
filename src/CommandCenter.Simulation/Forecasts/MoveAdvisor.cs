using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>Which single move of a window would help most now.</summary>
public static class MoveAdvisor
{
    // Less is not worth disturbing anybody for.
    private static readonly TimeSpan WorthIt = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Every single move of one window that the plan allows: opening it for one of its steps of the main line, where it is
    /// closed, paused, or serves another; what is ordered already is left out.
    /// </summary>
    public static IEnumerable<Move> Candidates(DayMoment moment)
    {
        var line = moment.Plan.MainLine.Where(static s => s.Kind != ServiceKind.CheckIn).Select(static s => s.Id).ToHashSet();
        return moment.Windows.SelectMany(w => w.Steps
            .Where(s => line.Contains(s) && !(w.Status == WindowStatus.Open && w.Step == s) && w.Ordered?.Move.Step != s)
            .Select(s => new Move(MoveKind.Open, [w.Window], s, null, null)));
    }

    /// <summary>
    /// The move after which the day ends soonest, if that is five minutes sooner at the median; otherwise the one that
    /// shortens the longest wait by five minutes without a later end. Null where nothing helps.
    /// </summary>
    public static (Move Move, DayCourse With)? Best(DayMoment moment, Tryout tryout)
    {
        var tried = Candidates(moment).Where(m => !IsResting(m, moment)).Select(m => (Move: m, With: tryout.With(m))).ToList();
        var (end, wait) = (End(tryout.Without), tryout.Without.LongestWait.P50);
        return Least(tried.Where(t => end - End(t.With) >= WorthIt), static t => End(t.With).Ticks)
            ?? Least(
                tried.Where(t => End(t.With) <= end && wait - t.With.LongestWait.P50 >= WorthIt.TotalSeconds), static t => t.With.LongestWait.P50);
    }

    // Nobody is called back from a meal by a suggestion; command may still try it out.
    private static bool IsResting(Move move, DayMoment moment) =>
        moment.Windows.Any(w => w.Window == move.Windows[0] && w.Status == WindowStatus.Paused);

    // Of equals the first, as they are listed.
    private static (Move, DayCourse)? Least(IEnumerable<(Move Move, DayCourse With)> tried, Func<(Move Move, DayCourse With), long> by) =>
        tried.Select(static t => ((Move Move, DayCourse With)?)t).MinBy(t => by(t!.Value));

    private static DateTimeOffset End(DayCourse course) => course.EndsAt.P50 ?? DateTimeOffset.MaxValue;
}

using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Policies;

/// <summary>A move of windows was ordered → the groups whose clerks serve there get it as an order.</summary>
public sealed class MoveOrderedAssignsGroup : Policy<MoveOrdered>
{
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override IEnumerable<Reaction> React(MoveOrdered e, RecordedEvent recorded, Plan plan)
    {
        var due = (e.Move.At ?? recorded.At) + Time;
        return e.Move.Windows
            .GroupBy(w => plan.Posts.FirstOrDefault(p => p.Role == PostRole.Clerk && p.Window == w)?.Group)
            .Where(static g => g.Key is not null)
            .Select(g => new Reaction(
                GrainAddress.Of(g.Key!.Value), new Assign(new($"move-{e.Number}"), Words(e.Move, g, plan), due, null, null)));
    }

    private static string Words(Move move, IEnumerable<WindowId> windows, Plan plan)
    {
        var names = string.Join("、", windows.Select(w => plan.FindWindow(w)?.Name.Zh ?? w.Value));
        var from = move.At is { } at ? $"{at.ToOffset(plan.Opens.Offset):HH:mm} 起" : "";
        var what = move.Kind switch
        {
            MoveKind.Open => $"开办{plan.FindStep(move.Step.GetValueOrDefault())?.Name.Zh}",
            MoveKind.Pause => "暂停叫号",
            _ => $"休息 {move.Minutes} 分钟",
        };
        return TextRule.Clip($"{names}{from}{what}，在办的办完为止。", plan.Limits.MaxText);
    }
}

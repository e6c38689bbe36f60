using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Forecasts;

/// <summary>What a move must satisfy, whether it is only tried out or ordered.</summary>
public static class MoveRules
{
    /// <summary>The longest break, minutes.</summary>
    public const int LongestBreak = 240;

    /// <summary>Why the plan does not allow it, or null.</summary>
    public static Rejection? Check(Move? move, Plan plan) =>
        move is null ? Rejections.Required.For("move")
        : ValueRule.Defined<MoveKind>(move.Kind, "move.kind")
            ?? IdRule.CheckList(move.Windows, "move.windows")
            ?? move.Windows.Select(w => IdRule.Known(w.Value, plan.FindWindow(w) is not null, "move.windows")).FirstOrDefault(static r => r is not null)
            ?? CheckStep(move, plan)
            ?? CheckLength(move);

    private static Rejection? CheckStep(Move move, Plan plan)
    {
        if (move.Kind != MoveKind.Open)
        {
            return move.Step is null ? null : Rejections.OutOfRange.For("move.step");
        }

        return move.Step is not { } step ? Rejections.Required.For("move.step")
            : IdRule.Known(step.Value, plan.FindStep(step) is not null, "move.step")
            ?? (move.Windows.All(w => plan.FindWindow(w)!.Steps.Contains(step)) ? null : Rejections.StepNotServedHere.For("move.step", step.Value));
    }

    private static Rejection? CheckLength(Move move) => move.Kind == MoveKind.Break
        ? move.Minutes is { } minutes ? ValueRule.Between(minutes, 1, LongestBreak, "move.minutes") : Rejections.Required.For("move.minutes")
        : move.Minutes is null ? null : Rejections.OutOfRange.For("move.minutes");
}

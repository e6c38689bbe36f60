namespace CommandCenter.Domain.Drills;

/// <summary>Improvements: each has an owner and a date, and is done only with an answer. They outlive the drill.</summary>
internal static class ImprovementRules
{
    // The clock of a drill stands on the day that is rehearsed, so a date before it is right: it is to be done by that day.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    public static Decision Note(DrillState state, NoteImprovement c, in DecisionContext context)
    {
        var fault = (state.Prepared is null ? Rejections.DrillNotPrepared : null)
            ?? TextRule.Check(c.Text, "text", context.Plan.Limits.MaxText)
            ?? IdRule.Known(c.Owner.Value, context.Plan.FindGroup(c.Owner) is not null, "owner")
            ?? ((c.Due - context.Now).Duration() > Furthest ? Rejections.OutOfRange.For("due", "± 366 d") : null);
        return fault is not null
            ? fault
            : Decision.Accept(new ImprovementNoted(state.Improvements.Count + 1, c.Text, c.Owner, c.Due, context.Actor.Value));
    }

    public static Decision Finish(DrillState state, FinishImprovement c, in DecisionContext context)
    {
        var found = state.Improvements.TryGetValue(c.No, out var answer);
        var fault = (found ? null : Rejections.NotFound.For("no", $"{c.No}"))
            ?? TextRule.Check(c.Answer, "answer", context.Plan.Limits.MaxText);
        return fault is not null ? fault
            : answer == c.Answer ? Decision.Nothing
            : answer is not null ? Rejections.ImprovementDoneAlready
            : Decision.Accept(new ImprovementDone(c.No, c.Answer, context.Actor.Value));
    }
}

using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Drills;

/// <summary>Times of a drill as what a day is held against: only where somebody chose them, and each on record with its drill.</summary>
internal static class YardstickRules
{
    private const int LongestSeconds = 86_400;

    public static Decision Choose(DrillState state, ChooseYardstick c, in DecisionContext context)
    {
        var fault = CheckSubject(c.Type, c.Step, context.Plan)
            ?? ValueRule.Between(c.Seconds, 1, LongestSeconds, "seconds")
            ?? IdRule.Check(c.Drill.Value, "drill");
        return fault is not null ? fault
            : state.Yardsticks.TryGetValue((c.Type, c.Step), out var known) && known == (c.Seconds, c.Drill) ? Decision.Nothing
            : Decision.Accept(new YardstickChosen(c.Type, c.Step, c.Seconds, c.Drill, context.Actor.Value));
    }

    public static Decision Drop(DrillState state, DropYardstick c, in DecisionContext context) =>
        CheckSubject(c.Type, c.Step, context.Plan) is { } fault ? fault
        : !state.Yardsticks.ContainsKey((c.Type, c.Step)) ? Decision.Nothing
        : Decision.Accept(new YardstickDropped(c.Type, c.Step, context.Actor.Value));

    private static Rejection? CheckSubject(PlaybookId? type, StepId? step, Plan plan) =>
        type is { } t && IdRule.Known(t.Value, plan.FindPlaybook(t) is not null, "type") is { } noType ? noType
        : step is { } s && IdRule.Known(s.Value, plan.FindStep(s) is not null, "step") is { } noStep ? noStep
        : type is null && step is null ? Rejections.Required.For("type")
        : type is not null && step is not null ? Rejections.Duplicate.For("step", step.Value.Value)
        : null;
}

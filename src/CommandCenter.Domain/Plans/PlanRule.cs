using System.Collections.Immutable;

namespace CommandCenter.Domain.Plans;

/// <summary>
/// What the rules of the day cannot do without in a plan. Whoever reads plan files checks far more; this keeps a plan out
/// that no grain could live with.
/// </summary>
internal static class PlanRule
{
    public static Rejection? Check(Plan? plan) =>
        plan is null ? Rejections.Required.For("plan")
        : Missing(plan) is { } part ? Rejections.Required.For($"plan.{part}")
        : Dangling(plan) is { } field ? Rejections.NotFound.For($"plan.{field}")
        : null;

    private static string? Missing(Plan plan) =>
        plan.Limits is null ? "limits"
        : plan.Prices is null ? "prices"
        : Lacks(plan.Steps) || !HasLine(plan) ? "steps"
        : Lacks(plan.Windows) || plan.Windows.Any(static w => w.Steps.IsDefaultOrEmpty) ? "windows"
        : Lacks(plan.Groups) || plan.Groups.Any(static g => Lacks(g.Members) || g.Zones.IsDefault) ? "groups"
        : Lacks(plan.Posts) ? "posts"
        : Lacks(plan.Zones) ? "zones"
        : Lacks(plan.Clauses) ? "clauses"
        : Lacks(plan.UnitTypes) ? "unitTypes"
        : Lacks(plan.Readiness) ? "readiness"
        : Lacks(plan.Severities) || plan.Severities.IsEmpty ? "severities"
        : Lacks(plan.Playbooks) || plan.Playbooks.Any(static p => p.ZoneOwners is null || Lacks(p.Checklist)) ? "playbooks"
        : null;

    // A way from check-in to the end that leads through selection.
    private static bool HasLine(Plan plan) =>
        plan.MainLine.Any(static s => s.Kind == ServiceKind.Selection)
        && plan.MainLine.Any(static s => s.Kind != ServiceKind.CheckIn);

    private static string? Dangling(Plan plan) =>
        plan.Windows.Any(w => w.Steps.Any(s => plan.FindStep(s) is null)) ? "windows.steps" : null;

    private static bool Lacks<T>(ImmutableArray<T> list)
        where T : class =>
        list.IsDefault || list.Contains(null!);
}

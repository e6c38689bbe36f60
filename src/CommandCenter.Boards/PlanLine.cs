using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards;

/// <summary>Questions about the main line that boards ask of a plan.</summary>
internal static class PlanLine
{
    /// <summary>Whether a household at this step of the main line still has a step of that kind before it or is at it.</summary>
    public static bool ReachesOnMainLine(this Plan plan, StepId at, ServiceKind kind) =>
        plan.MainLine.SkipWhile(s => s.Id != at).Any(s => s.Kind == kind);
}

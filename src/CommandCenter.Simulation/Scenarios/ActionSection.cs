using CommandCenter.Domain.Drills;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Simulation.Scenarios;

/// <summary>
/// An expected action of a scenario file, e.g. <c>{ kind: window-opened, step: verification, within: 5min }</c>. What goes on all day
/// anyway must be narrowed: windows to a step, the ledger to a group.
/// </summary>
internal static class ActionSection
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Latest = TimeSpan.FromHours(24);

    public static ExpectedAction Read(YamlMap map, ScenarioNames names)
    {
        var action = new ExpectedAction(map.OneOf<ExpectedKind>("kind"), map.Duration("within", Soonest, Latest))
        {
            Step = names.OptionalStep(map, "step"),
            Group = names.OptionalGroup(map, "group"),
        };
        if (!map.Has("kind"))
        {
            return action;
        }

        Check(map, "step", Reactions.IsOfStep(action.Kind), "窗口的动作应写明环节 step。", "An action of windows names their step.");
        Check(map, "group", Reactions.IsOfGroup(action.Kind), "台账的动作应写明工作组 group。", "An action of the ledger names its group.");
        return action;
    }

    private static void Check(YamlMap map, string key, bool isWanted, string chinese, string english)
    {
        if (isWanted && !map.Has(key))
        {
            map.Fault("kind", chinese, english);
        }
        else if (!isWanted && map.Has(key))
        {
            map.Fault(key, $"这种动作不看 {key}。", $"This kind of action has no {key}.");
        }
    }
}

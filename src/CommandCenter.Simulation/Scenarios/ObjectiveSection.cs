using CommandCenter.Domain.Drills;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Simulation.Scenarios;

/// <summary>An objective of a scenario file, e.g. <c>{ kind: wait-at-most, step: signing, target: 45 }</c>.</summary>
internal static class ObjectiveSection
{
    public static Objective Read(YamlMap map, ScenarioNames names)
    {
        var kind = map.OneOf<ObjectiveKind>("kind");
        return kind == ObjectiveKind.WaitAtMost
            ? new(kind, names.Step(map, "step"), map.Whole("target", 0, 1440))
            : new(kind, null, map.Whole("target", 0, 100));
    }
}

using System.Collections.Immutable;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Simulation.Scenarios;

/// <summary>The injects of a scenario file: unique ids, each with a time or a condition, and no circle of conditions.</summary>
internal static class InjectSection
{
    private const int MaxText = 500;
    private const int MaxName = 200;

    public static ImmutableArray<ScenarioInject> Read(YamlMap map, ScenarioNames names)
    {
        var read = map.List("injects", m => (Inject: ReadInject(m, names), Map: m));
        foreach (var (inject, place) in read)
        {
            Check(inject, place, read.Select(static r => r.Inject).ToImmutableArray());
        }

        return [.. read.Select(r => InWords(r.Inject, r.Map, read.Select(static other => other.Inject.Inject), names))];
    }

    private static ScenarioInject InWords(ScenarioInject inject, YamlMap map, IEnumerable<Inject> all, ScenarioNames names)
    {
        if (inject.When is not { } when)
        {
            return inject;
        }

        var words = names.InWords(when, all);
        if (words.Length > names.Longest(MaxText))
        {
            map.Fault("when", $"条件写成文字超过方案允许的 {names.Longest(MaxText)} 个字。", $"In words the condition is longer than the {names.Longest(MaxText)} characters that the plan allows.");
        }

        return inject with { Inject = inject.Inject with { When = words } };
    }

    private static ScenarioInject ReadInject(YamlMap map, ScenarioNames names)
    {
        var incident = map.OptionalMap("incident", m =>
            new InjectedIncident(names.Playbook(m, "type"), names.Zone(m, "zone"), m.OptionalWhole("severity", 1, 4)));
        var inject = new Inject(
            ReadId(map), null, map.Text("from", names.Longest(MaxName)), names.OptionalGroup(map, "to"), map.Text("text", names.Longest(MaxText)),
            map.OptionalText("expected", names.Longest(MaxText)), incident)
        {
            Action = map.OptionalMap("action", m => ActionSection.Read(m, names)),
            Evaluator = map.OptionalText("evaluator", names.Longest(MaxName)),
        };
        var when = map.OptionalMap("when", m => ReadCondition(m, names));
        TimeSpan? at = map.Has("at") ? ScenarioDocument.FindTimeOfDay(map, "at") : null;
        if (map.Has("at") == map.Has("when"))
        {
            map.Fault(map.Has("when") ? "when" : "id", "应写明 at（时刻）或 when（条件）之一。", "State either 'at' (a time) or 'when' (a condition).");
        }

        if (at < names.Earliest)
        {
            map.Fault("at", $"演练从 {names.Earliest:hh\\:mm} 开始，此前没有注入。", $"The drill begins at {names.Earliest:hh\\:mm}; nothing comes before.");
        }

        return new(inject, at, when);
    }

    private static InjectId ReadId(YamlMap map)
    {
        var id = map.Id<InjectId>("id");
        if (id.Value.Length > Inject.LongestId)
        {
            map.Fault("id", $"注入的编号最多 {Inject.LongestId} 个字符。", $"The id of an inject has at most {Inject.LongestId} characters.");
        }

        return id;
    }

    private static InjectCondition ReadCondition(YamlMap map, ScenarioNames names)
    {
        if (map.Has("waiting"))
        {
            return new(ConditionKind.WaitingAbove, names.Step(map, "waiting").Value, map.Whole("above", 0, 100_000));
        }

        return map.Has("flats")
            ? new(ConditionKind.FlatsLeftBelow, names.Type(map, "flats").Value, map.Whole("below", 1, 100_000))
            : map.Has("unanswered")
            ? new(ConditionKind.Unanswered, map.Id<InjectId>("unanswered").Value, map.Whole("minutes", 1, 1440))
            : new(ConditionKind.MinutesAfter, map.Id<InjectId>("after").Value, map.Whole("minutes", 0, 1440));
    }

    private static void Check(ScenarioInject inject, YamlMap map, ImmutableArray<ScenarioInject> all)
    {
        if (all.Count(i => i.Inject.Id == inject.Inject.Id) > 1)
        {
            map.Fault("id", "编号重复。", "The id occurs twice.");
        }

        var seen = new HashSet<string>();
        for (var at = inject; at?.When is { FollowsInject: true } when; at = Named(all, when.Subject))
        {
            if (Named(all, when.Subject) is null)
            {
                map.Fault("when", $"没有预设事件“{when.Subject}”。", $"There is no inject '{when.Subject}'.");
                return;
            }

            if (when.Kind == ConditionKind.Unanswered && Named(all, when.Subject)!.Inject.Action is null)
            {
                map.Fault("when", $"预设事件“{when.Subject}”没有写明可核对的预期动作（action）。", $"The inject '{when.Subject}' states no action that could stay away.");
                return;
            }

            if (!seen.Add(when.Subject))
            {
                map.Fault("when", "条件互相等待，成了循环。", "The conditions wait for each other in a circle.");
                return;
            }
        }
    }

    private static ScenarioInject? Named(ImmutableArray<ScenarioInject> all, string id) =>
        all.FirstOrDefault(i => i.Inject.Id.Value == id);
}

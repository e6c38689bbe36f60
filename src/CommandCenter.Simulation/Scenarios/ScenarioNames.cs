using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Simulation.Scenarios;

/// <summary>Checks that what a scenario names exists in the plan.</summary>
internal sealed class ScenarioNames(Plan plan, Faults faults)
{
    // Enough to know which one is meant.
    private const int LongestQuote = 24;

    public StepId Step(YamlMap map, string key) => Known(map, key, map.Id<StepId>(key), id => plan.FindStep(id) is not null);

    public StepId? OptionalStep(YamlMap map, string key) =>
        map.OptionalId<StepId>(key) is { } id ? Known(map, key, id, i => plan.FindStep(i) is not null) : null;

    public StepId Step(string key, Place place) => KnownKey(new StepId(key), place, id => plan.FindStep(id) is not null);

    public UnitTypeId Type(string key, Place place) => KnownKey(new UnitTypeId(key), place, HasType);

    public WindowId Window(string key, Place place) => KnownKey(new WindowId(key), place, id => plan.FindWindow(id) is not null);

    public WindowId? OptionalWindow(YamlMap map, string key) =>
        map.OptionalId<WindowId>(key) is { } id ? Known(map, key, id, i => plan.FindWindow(i) is not null) : null;

    public GroupId? OptionalGroup(YamlMap map, string key) =>
        map.OptionalId<GroupId>(key) is { } id ? Known(map, key, id, i => plan.FindGroup(i) is not null) : null;

    public ZoneId Zone(YamlMap map, string key) => Known(map, key, map.Id<ZoneId>(key), id => plan.FindZone(id) is not null);

    public PlaybookId Playbook(YamlMap map, string key) =>
        Known(map, key, map.Id<PlaybookId>(key), id => plan.FindPlaybook(id) is not null);

    public ClauseId Clause(YamlMap map, string key) => Known(map, key, map.Id<ClauseId>(key), id => plan.FindClause(id) is not null);

    public UnitTypeId Type(YamlMap map, string key) => Known(map, key, map.Id<UnitTypeId>(key), HasType);

    /// <summary>The earliest time of day at which the story can bring something.</summary>
    public TimeSpan Earliest => plan.Opens.TimeOfDay - Scenario.Prelude;

    /// <summary>How long a text may be that is stored: what the file allows, and no more than the plan does.</summary>
    public int Longest(int wanted) => Math.Min(wanted, plan.Limits.MaxText);

    /// <summary>A condition as the director reads it.</summary>
    /// <param name="when">The condition.</param>
    /// <param name="injects">The injects of the scenario: one that waits for another is told by what that one says.</param>
    public string InWords(InjectCondition when, IEnumerable<Inject> injects) => when.Kind switch
    {
        ConditionKind.WaitingAbove => $"{plan.FindStep(new(when.Subject))?.Name.Zh}等候超过 {when.Number} 户",
        ConditionKind.FlatsLeftBelow => $"{plan.UnitTypes.FirstOrDefault(t => t.Id.Value == when.Subject)?.Name.Zh}剩余少于 {when.Number} 套",
        ConditionKind.MinutesAfter => $"“{Said(when.Subject, injects)}”之后 {when.Number} 分钟",
        _ => $"“{Said(when.Subject, injects)}”之后 {when.Number} 分钟仍无应对",
    };

    private static string Said(string inject, IEnumerable<Inject> injects) =>
        injects.FirstOrDefault(i => i.Id.Value == inject)?.Text.TrimEnd('。') is not { } text ? inject
        : text.Length <= LongestQuote ? text
        : $"{text[..LongestQuote]}…";

    private bool HasType(UnitTypeId id) => plan.UnitTypes.Any(t => t.Id == id);

    private T Known<T>(YamlMap map, string key, T id, Func<T, bool> exists)
        where T : struct, IId<T>
    {
        // An empty id has its fault already.
        if (id.Value.Length > 0)
        {
            Known(map.At(key), id, exists);
        }

        return id;
    }

    private T KnownKey<T>(T id, Place place, Func<T, bool> exists)
        where T : struct, IId<T>
    {
        Known(place, id, exists);
        return id;
    }

    private void Known<T>(Place place, T id, Func<T, bool> exists)
        where T : struct, IId<T>
    {
        if (!exists(id))
        {
            faults.Add(place, $"方案中没有“{id.Value}”。", $"The plan has no '{id.Value}'.");
        }
    }
}

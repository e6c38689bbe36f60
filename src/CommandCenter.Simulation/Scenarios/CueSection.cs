using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Simulation.Scenarios;

/// <summary>When a pause or suspension comes: <c>from: "10:30"</c>, or <c>with: power</c> where an inject tells of it.</summary>
internal static class CueSection
{
    public static Cue Read(YamlMap map, ImmutableArray<ScenarioInject> injects)
    {
        var with = map.OptionalId<InjectId>("with");
        TimeSpan? from = map.Has("from") ? ScenarioDocument.TimeOfDay(map, "from") : null;
        if (from is null == with is null)
        {
            map.Fault(from is null ? "for" : "with", "应写明 from（时刻）或 with（注入）之一。", "State either 'from' (a time) or 'with' (an inject).");
        }
        else if (with is { } inject && !IsThere(inject, injects))
        {
            map.Fault("with", $"没有注入“{inject}”。", $"There is no inject '{inject}'.");
        }

        return new(from, with);
    }

    /// <summary>Notes a fault where injects are stated anew and what was taken over from the baseline belongs to one that is gone.</summary>
    public static void CheckInherited(YamlMap map, Scenario scenario)
    {
        var inherited = (map.Has("pauses") ? [] : scenario.Pauses.Select(static p => p.Cue))
            .Concat(map.Has("suspensions") ? [] : scenario.Suspensions.Select(static s => s.Cue));
        foreach (var lost in inherited.Select(static c => c.With).OfType<InjectId>().Where(i => !IsThere(i, scenario.Injects)).Distinct())
        {
            map.Fault("injects", $"继承的停办属于注入“{lost}”，此处没有它。", $"A pause that is taken over belongs to the inject '{lost}', which is not here.");
        }
    }

    private static bool IsThere(InjectId id, ImmutableArray<ScenarioInject> injects) => injects.Any(i => i.Inject.Id == id);
}

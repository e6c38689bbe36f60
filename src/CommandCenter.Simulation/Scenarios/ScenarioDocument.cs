using System.Collections.Immutable;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Yaml;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Scenarios;

/// <summary>The sections of a scenario file; each may be left out where a baseline is extended.</summary>
internal static class ScenarioDocument
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public static Scenario Read(YamlMap map, string id, Scenario? baseline, Plan plan, ScenarioNames names)
    {
        var scenario = ReadSections(map, id, baseline, plan, names);
        CueSection.CheckInherited(map, scenario);
        return scenario;
    }

    internal static TimeSpan TimeOfDay(YamlMap map, string key) => FindTimeOfDay(map, key) ?? TimeSpan.Zero;

    /// <summary>Reads a time of day; null after a fault.</summary>
    internal static TimeSpan? FindTimeOfDay(YamlMap map, string key)
    {
        var text = map.Text(key);
        if (TimeOnly.TryParseExact(text, "HH:mm", out var time))
        {
            return time.ToTimeSpan();
        }

        if (text.Length > 0)
        {
            map.Fault(key, "应为时刻，如 \"08:30\"。", "This must be a time of day such as \"08:30\".");
        }

        return null;
    }

    internal static TimeSpan Duration(YamlMap map, string key) => map.Duration(key, TimeSpan.Zero, Day);

    private static Scenario ReadSections(YamlMap map, string id, Scenario? baseline, Plan plan, ScenarioNames names)
    {
        var injects = map.Has("injects") ? InjectSection.Read(map, names) : baseline?.Injects ?? [];
        return new()
        {
            Id = id,
            Name = map.Label("name"),
            Scale = map.Whole("scale", 1, 100, baseline?.Scale ?? 1),
            Seed = map.Whole("seed", 0, int.MaxValue, (int)(baseline?.Seed ?? 1)),
            Arrivals = Section(map, "arrivals", baseline?.Arrivals, ReadArrivals),
            CheckIn = Section(map, "checkIn", baseline?.CheckIn, static m => new CheckInDesks(m.Whole("desks", 1, 50), Distributed(m, "service"))),
            Service = Section(map, "service", baseline?.Service, m => ReadService(m, plan, names)),
            Behaviour = Section(map, "behaviour", baseline?.Behaviour, ReadBehaviour),
            Preferences = Section(map, "preferences", baseline?.Preferences, m => ReadPreferences(m, names)),
            Clerking = Section(map, "clerks", baseline?.Clerking, ReadClerking),
            Groups = Section(map, "groups", baseline?.Groups, ReadGroups),
            Cases = map.Has("cases") ? map.List("cases", m => ReadCase(m, names)) : baseline?.Cases ?? [],
            Injects = injects,
            Objectives = map.Has("objectives") ? map.List("objectives", m => ObjectiveSection.Read(m, names)) : baseline?.Objectives ?? [],
            Pauses = map.Has("pauses") ? map.List("pauses", m => ReadPause(m, names, injects)) : baseline?.Pauses ?? [],
            Suspensions = map.Has("suspensions") ? map.List("suspensions", m => ReadSuspension(m, names, injects)) : baseline?.Suspensions ?? [],
            Pace = Section(map, "pace", baseline?.Pace ?? ImmutableDictionary<WindowId, double>.Empty, m => ReadPace(m, names)),
        };
    }

    private static double Share(YamlMap map, string key, decimal max = 1) => (double)map.Number(key, 0, max, 4);

    private static T Section<T>(YamlMap map, string key, T? baseline, Func<YamlMap, T> read)
        where T : class =>
        baseline is not null && !map.Has(key) ? baseline : map.Map(key, read) ?? baseline!;

    private static Distribution Distributed(YamlMap map, string key) =>
        map.Map(key, static m => new Distribution(
            m.OneOf("kind", (DistributionKind?)DistributionKind.Lognormal), Duration(m, "mean"), Variation(m)))
        ?? new(DistributionKind.Fixed, TimeSpan.Zero);

    private static double Variation(YamlMap map)
    {
        var kind = map.OneOf("kind", (DistributionKind?)DistributionKind.Lognormal);
        var max = kind == DistributionKind.Uniform ? 1m : 5m;
        return (double)map.Number("variation", 0, max, 3, kind is DistributionKind.Lognormal or DistributionKind.Uniform ? null : 0m);
    }

    private static Arrivals ReadArrivals(YamlMap map)
    {
        var slots = map.List("slots", static m => new ArrivalSlot(TimeOfDay(m, "from"), TimeOfDay(m, "to"), Share(m, "share")), atLeast: 1);
        var sum = slots.Sum(static s => s.Share);
        if (slots.Any(static s => s.To <= s.From))
        {
            map.Fault("slots", "每段的结束时刻应晚于开始时刻。", "Each slot must end after it begins.");
        }
        else if (!slots.IsEmpty && Math.Abs(sum - 1) > 0.0001)
        {
            map.Fault("slots", $"各段比例之和应为 1，现为 {sum:0.####}。", $"The shares must add up to 1, not {sum:0.####}.");
        }

        return new(slots, map.Flag("byDrawOrder", false), Share(map, "absent"));
    }

    private static ImmutableDictionary<StepId, Distribution> ReadService(YamlMap map, Plan plan, ScenarioNames names)
    {
        var service = ImmutableDictionary.CreateBuilder<StepId, Distribution>();
        foreach (var key in map.Keys)
        {
            service[names.Step(key, map.At(key))] = Distributed(map, key);
        }

        foreach (var step in plan.Steps.Where(s => s.Kind != ServiceKind.CheckIn && !service.ContainsKey(s.Id)))
        {
            map.Fault(step.Id.Value, $"缺少环节“{step.Name.Zh}”的办理时间。", $"The time of the step '{step.Id}' is missing.");
        }

        return service.ToImmutable();
    }

    private static Behaviour ReadBehaviour(YamlMap map) => new(
        Share(map, "present"), Distributed(map, "walk"), Share(map, "noShow"), Distributed(map, "return"), Share(map, "neverReturns"),
        Share(map, "consults"), Share(map, "indecision"), Distributed(map, "thinking"));

    private static Preferences ReadPreferences(YamlMap map, ScenarioNames names) => new(
        map.OptionalMap("types", m => m.Keys.ToImmutableDictionary(k => names.Type(k, m.At(k)), k => (double)m.Number(k, -100, 100)))
            ?? ImmutableDictionary<UnitTypeId, double>.Empty,
        (double)map.Number("highFloor", -100, 100),
        (double)map.Number("middleFloor", -100, 100),
        Share(map, "fit", 100),
        Share(map, "taste", 100),
        (double)map.Number("settle", -1000, 100));

    private static Clerking ReadClerking(YamlMap map) => new(
        Distributed(map, "between"),
        Distributed(map, "start"),
        map.Has("lunchFrom") ? TimeOfDay(map, "lunchFrom") : null,
        map.Has("lunchFrom") ? Duration(map, "lunchFor") : TimeSpan.Zero);

    private static GroupWork ReadGroups(YamlMap map) => new(
        Distributed(map, "acknowledge"), Distributed(map, "reach"), Distributed(map, "resolve"), Distributed(map, "accept"),
        Distributed(map, "finish"), Share(map, "lateRollCall"));

    private static ArisingCase ReadCase(YamlMap map, ScenarioNames names) => new(
        map.OneOf<CaseCategory>("category"), map.OneOf<CaseKind>("kind"), map.OneOf<CaseChannel>("channel"), Share(map, "share"),
        map.Text("text", names.Longest(500)), Distributed(map, "answer"), map.Text("answerText", names.Longest(500)), names.Clause(map, "clause"));

    private static WindowPause ReadPause(YamlMap map, ScenarioNames names, ImmutableArray<ScenarioInject> injects) => new(
        names.OptionalWindow(map, "window"), CueSection.Read(map, injects), Duration(map, "for"), map.Text("reason", names.Longest(500)));

    private static Suspension ReadSuspension(YamlMap map, ScenarioNames names, ImmutableArray<ScenarioInject> injects) =>
        new(CueSection.Read(map, injects), Duration(map, "for"), map.Text("sentence", names.Longest(500)));

    private static ImmutableDictionary<WindowId, double> ReadPace(YamlMap map, ScenarioNames names) =>
        map.Keys.ToImmutableDictionary(k => names.Window(k, map.At(k)), k => (double)map.Number(k, 0.1m, 20));
}

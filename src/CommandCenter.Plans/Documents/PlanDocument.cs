using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans.Documents;

/// <summary><c>plan.yaml</c>: everything about the day except playbooks and lists.</summary>
internal static class PlanDocument
{
    /// <summary>Reads the document; what is wrong goes to the mapping's faults.</summary>
    public static Plan Read(YamlMap root, Names names)
    {
        var groups = root.List("groups", m => StaffSection.ReadGroup(m, names), atLeast: 1);
        var plan = new Plan
        {
            Name = root.Label("name"),
            TimeZone = root.Text("timeZone"),
            Opens = root.Moment("opens"),
            Closes = root.Moment("closes"),
            Steps = root.List("steps", m => StepSection.ReadStep(m, names), atLeast: 2),
            Windows = root.List("windows", m => StepSection.ReadWindow(m, names), atLeast: 1),
            Zones = root.List("zones", m => ReadZone(m, names), atLeast: 1),
            Groups = groups,
            Posts = root.List("posts", m => StaffSection.ReadPost(m, names, groups), atLeast: 1),
            Limits = root.OptionalMap("limits", LimitSection.Read) ?? new(),
            Prices = root.Map("prices", m => PriceSection.Read(m, names)) ?? new(),
            Clauses = root.List("clauses", m => ReadClause(m, names), atLeast: 1),
            UnitTypes = root.List("unitTypes", m => ReadUnitType(m, names), atLeast: 1),
            Readiness = ReadinessSection.Read(root, names),
            Severities = root.List("severities", SeveritySection.Read, atLeast: 4),
        };

        DayRules.Check(root, plan);
        StepSection.Check(root, plan);
        StaffSection.Check(root, plan);
        SeveritySection.Check(root, plan.Severities);
        return plan;
    }

    private static Zone ReadZone(YamlMap map, Names names) => new(
        names.Define<ZoneId>(map), map.Label("name"), map.OptionalWhole("capacity", 1, 100_000), map.OptionalText("outline", 2_000));

    private static Clause ReadClause(YamlMap map, Names names) =>
        new(names.Define<ClauseId>(map), map.Text("citation"), map.Text("text", 2_000));

    private static UnitType ReadUnitType(YamlMap map, Names names) =>
        new(names.Define<UnitTypeId>(map), map.Label("name"), map.Number("area", 0.01m, 1_000));
}

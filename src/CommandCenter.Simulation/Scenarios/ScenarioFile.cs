using CommandCenter.Domain;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Simulation.Scenarios;

/// <summary>
/// Reads a scenario from YAML. A scenario may extend another one of the same folder (one level) and state only what
/// differs. Everything that is wrong is reported with its line; a faulty scenario is not read in part.
/// </summary>
public static class ScenarioFile
{
    /// <summary>Reads a scenario file against the plan that it will be played on.</summary>
    /// <param name="path">The file.</param>
    /// <param name="plan">Steps, windows, zones, playbooks and clauses that the scenario names must exist here.</param>
    /// <param name="faults">Takes everything that is wrong.</param>
    public static Scenario? Read(string path, Plan plan, Faults faults) => Read(path, plan, faults, mayExtend: true);

    private static Scenario? Read(string path, Plan plan, Faults faults, bool mayExtend)
    {
        var file = Path.GetFileName(path);
        if (Text(path, file, faults) is not { } text)
        {
            return null;
        }

        var names = new ScenarioNames(plan, faults);
        var scenario = StrictYaml.Read(file, text, faults, map =>
        {
            var baseline = map.OptionalText("extends") is { } extended ? Extended(path, extended, map, plan, faults, mayExtend) : null;
            return ScenarioDocument.Read(map, Path.GetFileNameWithoutExtension(path), baseline, plan, names);
        });
        if (faults.Count == 0)
        {
            CheckByTheRules(scenario!, plan, file, faults);
        }

        return faults.Count == 0 ? scenario : null;
    }

    // Whatever else the rules of a drill refuse is said here, and not when it is too late.
    private static void CheckByTheRules(Scenario scenario, Plan plan, string file, Faults faults)
    {
        var before = new DecisionContext(plan.Opens - Scenario.Prelude, Actor.Setup, OperationFrame.Empty with { Plan = plan });
        if (new DrillDecider().Decide(new DrillState(), scenario.Prepare(plan, scenario.Seed), before).Rejection is { } refusal)
        {
            faults.Add(new(file), $"{refusal.Chinese}（{refusal.Field}）", $"{refusal.English} ({refusal.Field})");
        }
    }

    private static Scenario? Extended(string path, string extended, YamlMap map, Plan plan, Faults faults, bool mayExtend)
    {
        if (!mayExtend || !IdSyntax.IsValid(extended))
        {
            map.Fault("extends", "只能继承同一文件夹中一个不再继承的情景。", "A scenario may extend one of the same folder that extends none itself.");
            return null;
        }

        return Read(Path.Combine(Path.GetDirectoryName(path) ?? ".", extended + Path.GetExtension(path)), plan, faults, mayExtend: false);
    }

    private static string? Text(string path, string file, Faults faults)
    {
        try
        {
            if (new FileInfo(path).Length <= PlanFolder.MaxFileSize)
            {
                return File.ReadAllText(path);
            }

            faults.Add(new(file), "文件过大。", "The file is too large.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(new(file), "无法读取这个文件。", $"The file cannot be read: {e.Message}");
        }

        return null;
    }
}

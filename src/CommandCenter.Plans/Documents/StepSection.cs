using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans.Documents;

/// <summary>The steps of the day and the windows that serve them.</summary>
internal static class StepSection
{
    private static readonly TimeSpan ShortestService = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestService = TimeSpan.FromHours(4);

    public static Step ReadStep(YamlMap map, Names names) => new(
        names.Define<StepId>(map), map.Label("name"), map.OneOf<ServiceKind>("kind"), map.OneOf<StepLine>("line", StepLine.Main),
        ReadPrefix(map), map.Duration("serviceTime", ShortestService, LongestService),
        map.Duration("waitTarget", ShortestService, LongestService), map.OptionalLabel("bring"));

    public static WindowPlan ReadWindow(YamlMap map, Names names) => new(
        names.Define<WindowId>(map), map.Label("name"), names.ReferAll<StepId>(map, "steps", atLeast: 1),
        names.ReferOptional<ZoneId>(map, "zone"));

    /// <summary>What holds between steps and windows.</summary>
    public static void Check(YamlMap root, Plan plan)
    {
        CheckLines(root, plan);
        CheckPrefixes(root, plan);
        foreach (var step in plan.Steps.Where(static s => s.Id.Value.Length > 0))
        {
            var served = plan.Windows.Any(w => w.Steps.Contains(step.Id));
            if (step.Kind == ServiceKind.CheckIn && served)
            {
                root.Fault("windows", "签到在接待台办理，不设窗口。", "Check-in is done at reception desks and has no window.");
            }
            else if (step.Kind != ServiceKind.CheckIn && !served)
            {
                root.Fault("windows", $"没有窗口办理环节“{step.Id}”。", $"No window serves the step '{step.Id}'.");
            }
        }
    }

    private static string ReadPrefix(YamlMap map)
    {
        var prefix = map.OptionalText("prefix") ?? "";
        if (prefix is not ("" or [>= 'A' and <= 'Z']))
        {
            map.Fault("prefix", "号码字头应为一个大写字母。", "The prefix of ticket numbers is one capital letter.");
        }

        return prefix;
    }

    private static void CheckLines(YamlMap root, Plan plan)
    {
        var line = plan.MainLine.ToList();
        if (line.Count > 0 && line[0].Kind != ServiceKind.CheckIn || line.Skip(1).Any(static s => s.Kind == ServiceKind.CheckIn))
        {
            root.Fault("steps", "主线应以签到开始，且只有一次签到。", "The main line begins with check-in and has no other.");
        }

        if (line.Count(static s => s.Kind == ServiceKind.Selection) != 1)
        {
            root.Fault("steps", "主线应有且只有一个选房环节。", "The main line has exactly one selection step.");
        }

        foreach (var step in plan.Steps.Where(static s => (s.Line == StepLine.Side) != IsBeside(s.Kind)))
        {
            root.Fault(
                "steps", $"环节“{step.Id}”：咨询和接待为旁线（line: side），其余为主线。",
                $"The step '{step.Id}': consultation and reception stand beside the line (line: side), all others on it.");
        }
    }

    private static bool IsBeside(ServiceKind kind) => kind is ServiceKind.Consultation or ServiceKind.Reception;

    private static void CheckPrefixes(YamlMap root, Plan plan)
    {
        foreach (var step in plan.Steps.Where(static s => (s.Prefix.Length == 0) != (s.Kind == ServiceKind.CheckIn)))
        {
            root.Fault(
                "steps", $"环节“{step.Id}”：除签到外都应有号码字头（prefix）。",
                $"The step '{step.Id}': every step but check-in has a prefix.");
        }

        foreach (var same in plan.Steps.Where(static s => s.Prefix.Length > 0).GroupBy(static s => s.Prefix).Where(static g => g.Count() > 1))
        {
            root.Fault("steps", $"号码字头“{same.Key}”重复。", $"The prefix '{same.Key}' occurs twice.");
        }
    }
}

using CommandCenter.Domain.Identity;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Screens;

/// <summary>Drills of one scenario side by side: what each came to, measure by measure.</summary>
internal static class DrillComparison
{
    private const string Nothing = "–";

    /// <summary>A line for each measure with a value for each drill, in the present language.</summary>
    public static IEnumerable<(string What, string[] Values)> Of(IReadOnlyList<DrillResult> drills)
    {
        yield return Line("aar.metOf", static d => Share(d.Drill.Objectives.Count(static o => o.Met == true), d.Drill.Objectives.Length));
        yield return Line("aar.actions", static d => Share(d.Drill.Injects.Count(static i => i.InTime == true), d.Drill.Injects.Count(static i => i.InTime is not null)));
        yield return Line("aar.done", static d => Share(d.Day.Done, d.Day.CheckedIn));
        yield return Line("aar.lastDone", static d => d.Drill.LastDoneAt is { } at ? Moments.Clock(at) : Nothing);
        foreach (var step in drills[0].Flow.Steps.Where(s => drills.Any(d => Wait(d, s.Step) is not null)))
        {
            yield return (Texts.T("aar.waitNine", Texts.Name(step.Name)), [.. drills.Select(d => Length(Wait(d, step.Step)))]);
        }

        var groups = drills.Select(static d => GroupResponse.Of(d.Drill).ToDictionary(static g => g.Group)).ToList();
        foreach (var group in groups.SelectMany(static g => g.Keys).Distinct())
        {
            yield return (Texts.T("aar.responseHalf", group), [.. groups.Select(g => Length(g.GetValueOrDefault(group)?.Median))]);
        }

        (string What, string[] Values) Line(string what, Func<DrillResult, string> value) => (Texts.T(what), [.. drills.Select(value)]);
    }

    private static int? Wait(DrillResult drill, StepId step) => drill.Flow.Steps.FirstOrDefault(s => s.Step == step)?.WaitP90Seconds;

    private static string Share(int part, int whole) => $"{part} / {whole}";

    private static string Length(int? seconds) => seconds is { } s ? Moments.Length(s) : Nothing;
}

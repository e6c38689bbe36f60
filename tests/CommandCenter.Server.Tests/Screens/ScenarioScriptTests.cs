using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Samples;
using CommandCenter.Server.Screens;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>What a director reads of a scenario before a drill is founded with it.</summary>
public sealed class ScenarioScriptTests
{
    private static readonly Plan Sample = SampleFolder.Read().Plan!;

    [Fact]
    public async Task Script_OfAScenario_HasTimesConditionsAndExpectedActions()
    {
        var script = await PaintAsync(Sample);
        Assert.Contains("<b class=\"n\">10:38</b>", script, StringComparison.Ordinal);
        Assert.Contains("等候区住户 → 后勤医疗", script, StringComparison.Ordinal);
        Assert.Contains("预期动作: 医护两分钟内到场", script, StringComparison.Ordinal);
        Assert.Contains("<b class=\"n\">待条件</b>", script, StringComparison.Ordinal);
        Assert.Contains("之后 4 分钟仍无应对", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_ThatNamesAStepThePlanHasNot_SaysSoWithItsLine()
    {
        var other = Sample with { Steps = [.. Sample.Steps.Select(static s => s.Id.Value == "verification" ? s with { Id = new("vetting") } : s)] };
        var script = await PaintAsync(other);
        Assert.Contains("此情景与本行动方案不符", script, StringComparison.Ordinal);
        Assert.Matches(@"standard-day\.yaml.*\d+.*verification", script);
    }

    private static Task<string> PaintAsync(Plan plan) => Painter.PaintAsync<ScenarioScript>(
        new() { [nameof(ScenarioScript.Id)] = "standard-day", [nameof(ScenarioScript.Plan)] = plan }, Languages.Chinese);
}

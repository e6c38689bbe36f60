using CommandCenter.Plans;
using CommandCenter.Simulation.Scenarios;
using CommandCenter.Simulation.Tests.Drills;

namespace CommandCenter.Simulation.Tests.Scenarios;

/// <summary>A broken scenario is refused with line and reason, and is not read in part.</summary>
public sealed class ScenarioFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scenario-").FullName;

    [Theory]
    [InlineData("  - { from: \"08:10\", to: \"08:30\", share: 0.08 }", "  - { from: \"08:10\", to: \"08:30\", share: 0.5 }", "add up")]
    [InlineData("  - { from: \"08:10\", to: \"08:30\", share: 0.08 }", "  - { from: \"08:50\", to: \"08:30\", share: 0.08 }", "after it begins")]
    [InlineData("  verification: { mean: 5min20s", "  verify: { mean: 5min20s", "'verify'")]
    [InlineData("  settlement: { mean: 3min30s, variation: 0.5 }\n", "", "'settlement' is missing", "  verification:")]
    [InlineData("{ mean: 55s, variation: 0.4 }", "{ mean: -55s, variation: 0.4 }", "duration")]
    [InlineData("{ mean: 55s, variation: 0.4 }", "{ variation: 0.4 }", "'mean' is missing")]
    [InlineData("{ mean: 55s, variation: 0.4 }", "{ mean: 55s }", "'variation' is missing")]
    [InlineData("noShow: 0.035", "noShow: 1.5", "from 0 to 1")]
    [InlineData("when: { after: crowding, minutes: 15 }", "when: { after: nothing, minutes: 15 }", "no inject 'nothing'")]
    [InlineData("when: { waiting: verification, above: 30 }", "when: { after: crowding-report, minutes: 1 }", "circle")]
    [InlineData("at: \"08:50\"", "at: \"25:50\"", "time of day")]
    [InlineData("at: \"08:50\"", "at: \"-08:50\"", "time of day")]
    [InlineData("when: { waiting: verification, above: 30 }", "when: { waiting: verify, above: 30 }", "'verify'")]
    [InlineData("lunchFor: 30min", "lunchFor: -30min", "duration")]
    [InlineData("{ mean: 55s, variation: 0.4 }", "{ kind: uniform, mean: 55s }", "'variation' is missing")]
    [InlineData("incident: { type: traffic", "incident: { type: earthquake", "'earthquake'")]
    [InlineData("clause: c15", "clause: c99", "'c99'")]
    [InlineData("behaviour:\n", "behavior:\n", "Unknown key 'behavior'")]
    [InlineData("arrivals:\n", "arrivals: [\n", "broken", "  absent: 0.01")]
    [InlineData("at: \"08:50\"", "at: \"07:49\"", "begins at 07:50")]
    [InlineData("action: { kind: incident-reached, within: 2min }", "action: { kind: window-opened, within: 2min }", "names their step")]
    [InlineData("action: { kind: incident-reached, within: 2min }", "action: { kind: window-paused, step: verify, within: 2min }", "'verify'")]
    [InlineData("action: { kind: incident-reached, within: 2min }", "action: { kind: case-answered, within: 2min }", "names its group")]
    [InlineData("action: { kind: incident-reached, within: 2min }", "action: { kind: incident-reached, group: order, within: 2min }", "has no group")]
    [InlineData("within: 2min", "within: 0s", "from 1s")]
    [InlineData("id: parking\n", "id: parking-parking-parking-parking-parking-parking-parking-parking\n", "at most 60")]
    public void Read_OneMistake_IsReportedWithItsLine(string right, string wrong, string reason, string? place = null)
    {
        var standard = Standard();
        Assert.Contains(right, standard, StringComparison.Ordinal);
        var text = standard.Replace(right, wrong, StringComparison.Ordinal);

        var (scenario, faults) = Read("broken", text);

        Assert.Null(scenario);
        var fault = faults.InOrder().First(f => f.Reason.En.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(("broken.yaml", Line(text, place ?? wrong)), (fault.Place.File, fault.Place.Row));
    }

    [Fact]
    public void Read_TextsLongerThanThePlanAllows_AreReportedWithTheirLines()
    {
        var plan = Sample.Operation(1).Plan!;
        var text = Standard().Replace("text: 一位老人在等候区B头晕。", $"text: {new string('晕', 51)}", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, "long.yaml"), text);
        var faults = new Faults();

        Assert.Null(ScenarioFile.Read(Path.Combine(_folder, "long.yaml"), plan with { Limits = plan.Limits with { MaxText = 50 } }, faults));

        Assert.Contains(faults.InOrder(), f => f.Place.Row == Line(text, "晕晕晕") && f.Reason.En.Contains("1 to 50 characters", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ConditionOnAnInjectWithALongText_IsQuotedInShort()
    {
        var text = Standard().Replace("text: 一位老人在等候区B头晕。", $"text: {new string('晕', 500)}", StringComparison.Ordinal);

        var (scenario, faults) = Read("long", text);

        Assert.Empty(faults.InOrder());
        Assert.True(scenario!.Injects.Single(static i => i.Inject.Id.Value == "faint-family").Inject.When!.Length < 50);
    }

    [Fact]
    public void Read_Extending_StatesOnlyWhatDiffers()
    {
        var standard = Sample.Scenario("standard-day");
        var rush = Sample.Scenario("rush-at-opening");
        Assert.Single(rush.Arrivals.Slots);
        Assert.Equal(standard.CheckIn, rush.CheckIn);
        Assert.Equal(standard.Cases.ToList(), rush.Cases.ToList());
        Assert.Equal("rush-at-opening", rush.Id);
    }

    [Theory]
    [InlineData("pauses:\n  - { with: nothing, for: 20min, reason: 停电 }", "no inject 'nothing'", 4)]
    [InlineData("pauses:\n  - { with: faint, from: \"10:30\", for: 20min, reason: 停电 }", "'from' (a time) or 'with'", 4)]
    [InlineData("suspensions:\n  - { for: 20min, sentence: 暂停叫号 }", "'from' (a time) or 'with'", 4)]
    [InlineData("injects: []", "belongs to the inject 'faint'", 3)]
    public void Read_PauseWithoutItsInject_IsReportedWithItsLine(string section, string reason, int row)
    {
        var standard = File.ReadAllText(Path.Combine(Sample.ScenarioFolder, "standard-day.yaml"));
        File.WriteAllText(Path.Combine(_folder, "base.yaml"), $"{standard}\npauses:\n  - {{ with: faint, for: 20min, reason: 停电 }}\n");

        var (scenario, faults) = Read("broken", $"extends: base\nname: {{ zh: 停, en: Stop }}\n{section}\n");

        Assert.Null(scenario);
        var fault = Assert.Single(faults.InOrder());
        Assert.Contains(reason, fault.Reason.En, StringComparison.Ordinal);
        Assert.Equal(row, fault.Place.Row);
    }

    [Fact]
    public void Read_ExtendingOutsideTheFolder_IsRefused()
    {
        var (scenario, faults) = Read("sly", "extends: ../../etc/passwd\nname: { zh: 越界, en: Sly }\n");
        Assert.Null(scenario);
        Assert.NotEmpty(faults.InOrder());
    }

    [Fact]
    public void Read_NoSuchFile_IsAFault()
    {
        var faults = new Faults();
        Assert.Null(ScenarioFile.Read(Path.Combine(_folder, "none.yaml"), Sample.Operation(1).Plan!, faults));
        Assert.Single(faults.InOrder());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Standard() => File.ReadAllText(Path.Combine(Sample.ScenarioFolder, "standard-day.yaml")).ReplaceLineEndings("\n");

    private static int Line(string text, string place) => text[..text.IndexOf(place, StringComparison.Ordinal)].Count(static c => c == '\n') + 1;

    private (Scenario? Scenario, Faults Faults) Read(string name, string text)
    {
        var path = Path.Combine(_folder, $"{name}.yaml");
        File.WriteAllText(path, text);
        var faults = new Faults();
        return (ScenarioFile.Read(path, Sample.Operation(1).Plan!, faults), faults);
    }
}

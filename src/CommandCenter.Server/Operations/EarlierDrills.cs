using CommandCenter.Boards.Drills;
using CommandCenter.Domain;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Server.Operations;

/// <summary>
/// The drills of a data folder that are over, for those who compare or learn from them: one that still runs has shown half of
/// a day. Read only: a drill touches no other operation.
/// </summary>
internal static class EarlierDrills
{
    private const int MostImprovements = 30;

    /// <summary>The other drills, the one set up last first.</summary>
    public static IEnumerable<DrillResult> Of(OperationRegistry operations, OperationId but) =>
        operations.All.Select(static o => o.Running).OfType<RunningOperation>()
            .Where(o => o.Id != but && o.Frame.Mode == OperationMode.Drill)
            .Select(DrillResult.Of)
            .Where(static d => d.Drill is { Scenario: not null, Status: DrillStatus.Ended })
            .OrderByDescending(static d => d.Drill.SetUpAt);

    /// <summary>Those that a drill is compared with: of the same scenario, and set up before it.</summary>
    public static IEnumerable<DrillResult> Before(OperationRegistry operations, DrillResult drill) =>
        Of(operations, drill.Id).Where(d => d.Drill.Scenario == drill.Drill.Scenario && d.Drill.SetUpAt < drill.Drill.SetUpAt);

    /// <summary>What they found to be improved and nobody has done yet: of the newest drill first, there by its date.</summary>
    public static IEnumerable<(DrillResult Drill, Improvement Improvement)> Open(OperationRegistry operations, OperationId but) =>
        Of(operations, but)
            .SelectMany(static d => d.Drill.Improvements.Where(static i => i.DoneAt is null).OrderBy(static i => i.Due).Select(i => (d, i)))
            .Take(MostImprovements);

    /// <summary>Refuses to hold a day against what the drill that is named did not measure. A decider knows one operation alone.</summary>
    public static Rejection? Check(OperationRegistry operations, OperationId day, ICommand command) =>
        command is ChooseYardstick c && (c.Type is null) != (c.Step is null)
        && !Of(operations, day).Any(d => d.Id == c.Drill && d.Drill.Measured.Any(m => (m.Type, m.Step, m.Seconds) == (c.Type, c.Step, c.Seconds)))
            ? Rejections.NotMeasured.For("seconds", c.Drill.Value)
            : null;

    /// <summary>The scenario of a drill; null where this server has no such drill.</summary>
    public static string? ScenarioOf(OperationRegistry operations, OperationId drill) =>
        operations.Find(drill.Value)?.Running is { } running ? DrillResult.Of(running).Drill.Scenario : null;
}

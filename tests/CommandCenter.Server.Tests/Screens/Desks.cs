using CommandCenter.Boards;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>Windows of the sample plan as a clerk may find them, made by hand.</summary>
internal static class Desks
{
    public static readonly Plan Plan = PlanFolder.Read(Checkout.Sample).Plan!;

    public static readonly DateTimeOffset Now = new(2026, 12, 5, 10, 0, 0, TimeSpan.FromHours(8));

    public static readonly Unit Flat = new(new("2-902"), new("2"), 9, "902", new("t105"), 105m, "东南");

    private static readonly WorkedSum Sum = new(
        [
            new(WorkedLineKind.Members, 4, 35, null, 140, null, new("c12"), "第十二条"),
            new(WorkedLineKind.Chosen, 105, null, null, 105, null, null, null),
            new(WorkedLineKind.WithinGranted, 105, null, 1200, null, 126_000, new("c20"), "第二十条"),
            new(WorkedLineKind.Shortfall, 35, null, 2600, null, -91_000, new("c23"), "第二十三条"),
        ],
        140, 105, 35_000);

    /// <summary>Every standing that a window of a step can be found in.</summary>
    public static IEnumerable<WindowBoard> All =>
        from step in Plan.Steps
        where step.Kind != ServiceKind.CheckIn
        from board in Of(step)
        select board;

    /// <summary>The standings of a window of one step.</summary>
    public static IEnumerable<WindowBoard> Of(Step step)
    {
        var free = Free(step);
        yield return free with { Status = WindowStatus.Closed, Clerk = null };
        yield return free with { Status = WindowStatus.Paused, PauseReason = "用餐" };
        yield return free;
        yield return free with { AskingSince = Now };
        yield return free with { Declined = "queue-empty", Next = [] };
        foreach (var phase in new[] { WindowPhase.Called, WindowPhase.Arrived, WindowPhase.Serving })
        {
            yield return At(step, phase);
            yield return At(step, phase) with { Status = WindowStatus.Paused };
        }

        if (step.Kind != ServiceKind.Selection)
        {
            yield break;
        }

        var choosing = At(step, WindowPhase.Serving);
        yield return choosing with { Reservation = new(Flat, Now.AddMinutes(5)), Expected = Sum };
        yield return Settled(choosing, maxUnits: 1);
        yield return Settled(choosing, maxUnits: 2);
        yield return Settled(choosing, maxUnits: 2) with { Reservation = new(Flat with { Id = new("2-903") }, Now.AddMinutes(5)), Expected = Sum };
        yield return choosing with { Household = choosing.Household! with { Declined = true }, Ticket = choosing.Ticket! with { Settled = true } };
    }

    /// <summary>A ticket at a window of the step.</summary>
    public static WindowBoard At(Step step, WindowPhase phase) => Free(step) with
    {
        Ticket = new(
            new("t-057"), $"{step.Prefix}057", phase, PriorityReason.Aged70, Now, 1, phase == WindowPhase.Called ? Now.AddMinutes(1) : null,
            phase == WindowPhase.Called ? null : Now, phase == WindowPhase.Serving ? Now : null, Settled: false),
        Household = new()
        {
            Id = new("h112"), Number = "112", PeoplePresent = 1, Priority = PriorityReason.Aged70, SecondChild = true, Declined = false, Units = [],
            Members = [new(1, "欧阳德胜", true, false, Tail(step, "417X")), new(2, "王秀英", false, true, Tail(step, "2228"))],
            Proxy = new("赵小兰", Tail(step, "9031")),
            Band = step.Kind == ServiceKind.Selection ? new Band(140, 180, 1) : null,
        },
    };

    private static WindowBoard Settled(WindowBoard choosing, int maxUnits) => choosing with
    {
        Ticket = choosing.Ticket! with { Settled = true },
        Household = choosing.Household! with { Units = [Flat], Difference = Sum, Band = new Band(140, 220, maxUnits) },
    };

    private static string? Tail(Step step, string tail) => step.Kind == ServiceKind.Verification ? tail : null;

    private static WindowBoard Free(Step step)
    {
        var window = Plan.Windows.First(w => w.Steps[0] == step.Id);
        return new()
        {
            Window = window.Id, Name = window.Name, Status = WindowStatus.Open, StatusSince = Now, Step = step.Id, StepName = step.Name, Kind = step.Kind,
            Clerk = new("clerk", new Label("办事员", "Clerk")), Served = 12, MeanServiceSeconds = 245,
            Next = [new(new("t-058"), $"{step.Prefix}058", "031", null, null)],
            Held = [new(new("t-040"), $"{step.Prefix}040", "177", PriorityReason.Pregnant, "材料不全")],
        };
    }
}

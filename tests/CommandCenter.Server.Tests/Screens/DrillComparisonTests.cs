using System.Globalization;
using CommandCenter.Boards.Drills;
using CommandCenter.Boards.Flow;
using CommandCenter.Boards.State;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Screens;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>Two drills of one scenario side by side.</summary>
public sealed class DrillComparisonTests
{
    private static readonly StepId Verification = new("verification");
    private static readonly HouseholdId Household = new("h001");

    [Fact]
    public void Drills_SideBySide_ShowEndWaitsResponsesAndObjectives()
    {
        CultureInfo.CurrentUICulture = new("zh-Hans");

        var rows = DrillComparison.Of([Played("drill-2", wait: 10, answered: 3, end: 20), Played("drill-1", wait: 25, answered: 8, end: 45)]);

        Assert.Equal(
            [
                "达到目标: 1 / 1 · 0 / 1",
                "按时应对: 1 / 2 · 0 / 2",
                "全部办结: 1 / 1 · 1 / 1",
                "最后一户办结: 16:20 · 16:45",
                "资格核验：等候（九成不超过）: 10:00 · 25:00",
                "秩序：应对用时（半数不超过）: 3:00 · 8:00",
                "未指定工作组：应对用时（半数不超过）: – · –",
            ],
            rows.Select(static r => $"{r.What}: {string.Join(" · ", r.Values)}"));
    }

    private static DrillResult Played(string id, int wait, int answered, int end)
    {
        var ask = new ExpectedAction(ExpectedKind.OrderAnswered, TimeSpan.FromMinutes(5));
        var toOrder = new Inject(new("crowd"), null, "居民", new("order"), "入口拥挤", null, null) { Action = ask };
        var toNobody = new Inject(new("rumour"), null, "居民", null, "有传言", null, null) { Action = new(ExpectedKind.DaySuspended, TimeSpan.FromMinutes(5)) };
        var day = new ToldDay(OperationMode.Drill)
            .At(8, 10, new DrillPrepared("standard-day", 1, [toOrder, toNobody]) { Objectives = [new(ObjectiveKind.WaitAtMost, Verification, 15)] }, new DrillStarted(20, ToldDay.Moment(8, 10)))
            .At(9, 0, new HouseholdCheckedIn(Household, [1], null, null, Verification), new TicketIssued(new("t1"), "V001", Verification, Household, null, null, ToldDay.Moment(9, 0)))
            .At(9, wait, new ServiceStarted(new("w1"), Verification, new("t1"), "V001", Household, ToldDay.Moment(9, wait)))
            .At(10, 0, new InjectDelivered(toOrder), new InjectDelivered(toNobody))
            .At(10, answered, new AssignmentDone(new("order"), new("a1"), "order-leader", "已疏导"))
            .At(16, end, new JourneyCompleted(Household, false, null))
            .At(17, 0, new DrillEnded());
        return new(new(id), day.Read<DrillBoard>("drill"), day.Read<StateBoard>("state"), day.Read<FlowBoard>("flow"));
    }
}

using CommandCenter.Boards.Drills;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Tests.Drills;

public sealed class DrillBoardTests
{
    private static readonly Inject Crowd = new(
        new("crowd"), TimeSpan.FromMinutes(30), "居民", new("order"), "入口拥挤", "到场疏导", new(new("crowding"), new("gate"), 2))
    {
        Action = new(ExpectedKind.IncidentReached, TimeSpan.FromMinutes(5)),
    };

    private static readonly Inject Ask = new(new("ask"), null, "居民", new("order"), "有人追问", null, null)
    {
        When = "crowd 之后 4 分钟仍无应对",
        Action = new(ExpectedKind.OrderGiven, TimeSpan.FromMinutes(3)),
    };

    [Fact]
    public void Inject_AnsweredInTime_ShowsHowSoonAndWhere()
    {
        var story = Prepared().At(9, 30).By("system:deadline").Tell(new InjectDelivered(Crowd))
            .At(9, 34).By("order-leader").Tell(new IncidentOnScene(new("inj-crowd"), "order-leader"));

        var inject = Board(story).Injects[0];
        Assert.Equal((InjectStatus.Delivered, 240, true, (long?)story.Entries.Count), (inject.Status, inject.ResponseSeconds, inject.InTime, inject.AnsweredBy));
    }

    [Fact]
    public void Inject_AnsweredByAnotherIncidentOrByTheSystem_IsNotAnswered()
    {
        var story = Prepared().At(9, 30).By("system:deadline").Tell(new InjectDelivered(Crowd), new InjectDelivered(Ask))
            .At(9, 31).By("order-leader").Tell(new IncidentOnScene(new("i7"), "order-leader"))
            .By("policy:x").Tell(Order("order")).By("commander").Tell(Order("service"));

        Assert.All(Board(story).Injects, static i => Assert.Null(i.AnsweredAt));
    }

    [Fact]
    public void Inject_WithoutItsActionInTime_IsLateAndCountsAgainstTheObjective()
    {
        var story = Prepared(new Objective(ObjectiveKind.ActionsInTime, null, 50)).At(9, 30).By("system:deadline").Tell(new InjectDelivered(Crowd));
        Assert.Null(Board(story).Objectives[0].Met);

        story.At(9, 36).By("director").Tell(new DrillObserved(new("crowd"), "无人到场", 1, "director"));

        Assert.False(Board(story).Injects[0].InTime);
        Assert.Equal((0, false), (Board(story).Objectives[0].Measured, Board(story).Objectives[0].Met));
    }

    [Fact]
    public void Inject_WhoseTimeRanOut_IsLateWithTheNextEntryOfTheDay()
    {
        var story = Prepared().At(9, 30).By("system:deadline").Tell(new InjectDelivered(Crowd));

        story.At(9, 36).By("order-gate").Tell(new IncidentRaised(
            new("i9"), new("crowding"), new("gate"), 2, "拥挤", null, "order-gate", new("order"), false, [], SmallHall.At(9, 37), SmallHall.At(9, 41), SmallHall.At(10, 0)));

        Assert.False(Board(story).Injects[0].InTime);
    }

    [Fact]
    public void Window_BackFromItsBreak_IsNotTheExpectedAction_AnotherOneIs()
    {
        var more = new Inject(new("more"), null, "居民", null, "排队很长", null, null) { Action = new(ExpectedKind.WindowOpened, TimeSpan.FromMinutes(5)) { Step = new("selection") } };
        var story = Story.Founded().At(9, 0).By("director").Tell(new DrillPrepared("test", 1, [more]), new DrillStarted(20, SmallHall.At(9, 0)))
            .By("clerk").Tell(new WindowPaused(new("w3"), new("selection"), "轮流用餐", false))
            .At(9, 30).By("director").Tell(new InjectDelivered(more))
            .At(9, 31).By("clerk").Tell(new WindowOpened(new("w3"), new("selection"), "clerk"), new WindowOpened(new("w5"), new("signing"), "clerk"));
        Assert.Null(Board(story).Injects[0].AnsweredAt);

        story.At(9, 33).By("clerk").Tell(new WindowOpened(new("w4"), new("selection"), "clerk"));

        Assert.Equal((180, true), (Board(story).Injects[0].ResponseSeconds, Board(story).Injects[0].InTime));
    }

    [Fact]
    public void Postponed_PendingInjectsComeLater()
    {
        var story = Prepared().At(9, 10).Tell(new InjectsPostponed(10));

        Assert.Equal(SmallHall.At(9, 40), Board(story).Injects[0].At);
        Assert.Null(Board(story).Injects[1].At);
    }

    [Fact]
    public void Improvement_Done_KeepsItsAnswer()
    {
        var story = Prepared().At(12, 0).By("observer")
            .Tell(new ImprovementNoted(1, "增设引导牌", new("order"), SmallHall.At(18, 0), "observer"), new ImprovementDone(1, "已增设", "commander"));

        var improvement = Assert.Single(Board(story).Improvements);
        Assert.Equal(("增设引导牌", "已增设", SmallHall.At(12, 0)), (improvement.Text, improvement.Answer, improvement.DoneAt));
    }

    [Fact]
    public void Course_FollowsTheClock()
    {
        var story = Prepared().Tell(new DrillAdvanced(SmallHall.At(9, 30)));
        Assert.Equal((DrillStatus.Running, SmallHall.At(9, 30)), (Board(story).Status, Board(story).Until));

        story.Tell(new DrillPaused());
        Assert.Equal((DrillStatus.Paused, null), (Board(story).Status, Board(story).Until));
    }

    private static Story Prepared(params Objective[] objectives) =>
        Story.Founded().At(9, 0).By("director").Tell(new DrillPrepared("test", 1, [Crowd, Ask]) { Objectives = [.. objectives] }, new DrillStarted(20, SmallHall.At(9, 0)));

    private static IEvent Order(string group) =>
        new AssignmentSent(new(group), new("a1"), "去看看", SmallHall.At(10, 0), null, null, "commander");

    private static DrillBoard Board(Story story) => (DrillBoard)story.Boards.Read(TopicNames.Drill)!.Data;
}

using CommandCenter.Boards.Drills;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;

namespace CommandCenter.Boards.Tests.Drills;

/// <summary>What a drill was to show, measured; the figures are worked out by hand.</summary>
public sealed class ObjectiveTests
{
    private const string Step = "verification";
    private static readonly GroupId Order = new("order");

    [Theory]
    [InlineData(ObjectiveKind.WaitAtMost)]
    [InlineData(ObjectiveKind.IncidentsReached)]
    [InlineData(ObjectiveKind.OrdersAnswered)]
    [InlineData(ObjectiveKind.HouseholdsDone)]
    public void Objective_OfWhatHasNotHappened_IsNeitherMetNorMissed(ObjectiveKind kind)
    {
        var story = Rehearsal(kind, 50).At(17, 0).Tell(new DrillEnded());

        Assert.Equal((null, null), Only(story));
    }

    // Ten waits of 1 to 10 minutes: nine in ten take at most the ninth, 9 minutes.
    [Theory]
    [InlineData(9, 0, 9, true)]
    [InlineData(8, 0, 9, false)]
    [InlineData(9, 1, 10, false)]
    [InlineData(10, 1, 10, true)]
    public void WaitAtMost_NineInTenWaits_InBegunMinutes(int target, int secondsMore, int measured, bool met)
    {
        var story = Rehearsal(ObjectiveKind.WaitAtMost, target);
        for (var n = 1; n <= 10; n++)
        {
            story.At(9, 0).Tell(SmallHall.At(9, 0).Issue(Step, n, n));
        }

        for (var n = 1; n <= 10; n++)
        {
            story.At(9, n, secondsMore).Tell(SmallHall.At(9, 0).Call(Step, n, n, 1)).Tell(SmallHall.At(9, n, secondsMore).Start(Step, n, n, 1));
        }

        Assert.Equal((measured, met), Only(story));
    }

    // Of two that are settled one was reached on the stroke of its time and one a minute late; one may still be, one was none.
    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void IncidentsReached_OfThoseThatAreSettled(int target, bool met)
    {
        var story = Rehearsal(ObjectiveKind.IncidentsReached, target);
        Raise(story, "i1", 9, 0).At(9, 5).Tell(new IncidentOnScene(new("i1"), "order-leader"));
        Raise(story, "i2", 9, 10).At(9, 16).Tell(new IncidentOnScene(new("i2"), "order-leader"));
        Raise(story, "i3", 9, 20).At(9, 21).Tell(new IncidentFalseAlarm(new("i3"), Order, "order-leader", "看错了"));
        Raise(story, "i4", 9, 30);

        Assert.Equal((50, met), Only(story));
    }

    [Fact]
    public void IncidentsReached_NobodyCameInTime_IsMissedBeforeAnybodyComes()
    {
        var story = Raise(Rehearsal(ObjectiveKind.IncidentsReached, 50), "i1", 9, 0);
        Assert.Equal((null, null), Only(story));

        Raise(story, "i2", 9, 6);

        Assert.Equal((0, false), Only(story));
    }

    // Done in time, done late, not done and late, and one that has time left: one of three, rounded down.
    [Theory]
    [InlineData(33, true)]
    [InlineData(34, false)]
    public void OrdersAnswered_OfThoseThatAreSettled(int target, bool met)
    {
        var story = Rehearsal(ObjectiveKind.OrdersAnswered, target).At(9, 30).By("commander")
            .Tell(Send("a1", 10), Send("a2", 10), Send("a3", 10), Send("a4", 11))
            .At(10, 0).By("order-leader").Tell(new AssignmentDone(Order, new("a1"), "order-leader", "已办"))
            .At(10, 5).Tell(new AssignmentDone(Order, new("a2"), "order-leader", "已办"));

        Assert.Equal((33, met), Only(story));
    }

    // Three of the four that came are done; the fifth household never came. Missed only when nobody can be done any more.
    [Theory]
    [InlineData(75, true, true)]
    [InlineData(76, null, false)]
    public void HouseholdsDone_OfThoseThatCame(int target, bool? before, bool after)
    {
        var story = Rehearsal(ObjectiveKind.HouseholdsDone, target).At(9, 0);
        for (var n = 1; n <= 4; n++)
        {
            story.Tell(Line.CheckIn(n, 1));
        }

        story.At(16, 0).Tell(Done(1), Done(2), Done(3));
        Assert.Equal((75, before), Only(story));

        story.At(17, 0).Tell(new DrillEnded());
        Assert.Equal((75, (bool?)after), Only(story));
    }

    private static Story Rehearsal(ObjectiveKind kind, int target) =>
        Story.Founded(10).At(8, 50).By("director").Tell(
            new DrillPrepared("test", 1, []) { Objectives = [new(kind, kind == ObjectiveKind.WaitAtMost ? new StepId(Step) : null, target)] },
            new DrillStarted(20, SmallHall.At(8, 50)));

    private static Story Raise(Story story, string id, int hour, int minute)
    {
        var at = SmallHall.At(hour, minute);
        return story.At(hour, minute).By("order-gate").Tell(new IncidentRaised(
            new(id), new("crowding"), new("gate"), 2, "拥挤", null, "order-gate", Order, false, [], at.AddMinutes(1), at.AddMinutes(5), at.AddMinutes(30)));
    }

    private static AssignmentSent Send(string id, int hour) => new(Order, new(id), "去看看", SmallHall.At(hour, 0), null, null, "commander");

    private static JourneyCompleted Done(int household) => new(Line.H(household), false, null);

    private static (int? Measured, bool? Met) Only(Story story)
    {
        var objective = Assert.Single(((DrillBoard)story.Boards.Read(TopicNames.Drill)!.Data).Objectives);
        return (objective.Measured, objective.Met);
    }
}

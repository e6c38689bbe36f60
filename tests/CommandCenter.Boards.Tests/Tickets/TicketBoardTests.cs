using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Boards.Tickets;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Boards.Tests.Tickets;

public sealed class TicketBoardTests
{
    private const string Step = "selection";

    [Fact]
    public void Waiting_ShowsHowManyAreAhead_AndWhatIsLeftOfItsSize()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded().Tell(Line.Open(3, Step), Line.CheckIn(1, 1))
            .Tell(at.Issue(Step, 1, 2, rank: 1), at.Issue(Step, 2, 1, rank: 2))
            .Tell(new UnitConfirmed(SmallHall.Unit("1-101"), Line.H(4), Line.W(4), "陈**丩"));

        story.AssertShows(TopicNames.OfTicket(TicketToken.Of(Story.Key, Line.H(1))), """
            {
              "name": { "zh": "示范安置", "en": "Model allocation" },
              "mode": "drill",
              "phase": "preparing",
              "household": "001",
              "maskedName": "王**下",
              "stage": "waiting",
              "number": "S002",
              "step": "selection",
              "stepName": { "zh": "选房", "en": "Selection" },
              "bring": { "zh": "选房材料", "en": "Papers for Selection" },
              "ahead": 1,
              "openWindows": 1,
              "types": [
                { "type": "t75", "name": { "zh": "75 型", "en": "Type 75" }, "area": 75, "left": 11, "total": 12 },
                { "type": "t105", "name": { "zh": "105 型", "en": "Type 105" }, "area": 105, "left": 12, "total": 12 }
              ],
              "units": [], "matters": []
            }
            """);
    }

    [Fact]
    public void Types_AreThoseWithinItsBand()
    {
        // One member: 35 m² granted, 75 m² at most. Household 7 has a second child: 70 m² granted, 110 m² at most.
        var story = Story.Founded(0).Tell(new HouseholdRegistered(SmallHall.Household(1, members: 1)), new HouseholdRegistered(SmallHall.Household(7, members: 1)));

        Assert.Equal(["t75"], story.Page(1).Types.Select(static t => t.Type.Value));
        Assert.Equal(["t75", "t105"], story.Page(7).Types.Select(static t => t.Type.Value));
    }

    [Fact]
    public void Stages_FollowTheHousehold()
    {
        var at = SmallHall.At(9, 0);
        var unit = SmallHall.Unit("1-101");
        var story = Story.Founded();
        Assert.Equal(HouseholdStage.Expected, story.Page(1).Stage);

        story.Tell(Line.CheckIn(1, 1));
        Assert.Equal(HouseholdStage.Between, story.Page(1).Stage);

        story.Tell(at.Issue(Step, 1, 1)).Tell(at.Call(Step, 1, 1, 3));
        Assert.Equal((HouseholdStage.Called, "Window 3"), (story.Page(1).Stage, story.Page(1).WindowName!.En));

        story.Tell(Line.Pass(Step, 1, 1, 3));
        Assert.Equal((HouseholdStage.Passed, null), (story.Page(1).Stage, story.Page(1).WindowName));

        story.Tell(new TicketRequeued(Line.T(Step, 1), Line.Step(Step), Line.H(1), 0)).Tell(at.Call(Step, 1, 1, 3)).Tell(at.Start(Step, 1, 1, 3));
        Assert.Equal(HouseholdStage.InService, story.Page(1).Stage);

        story.Tell(new UnitConfirmed(unit, Line.H(1), Line.W(3), "王**下"), new UnitTaken(Line.H(1), unit, new([], 0, 75, 0)))
            .Tell(Line.Complete(Step, 1, 1, 3, at)).Tell(new JourneyCompleted(Line.H(1), false, 0m));
        var page = story.Page(1);
        Assert.Equal((HouseholdStage.Done, null), (page.Stage, page.Number));
        Assert.Equal([unit.Id], page.Units.ToArray());
        Assert.Empty(page.Types);
    }

    [Fact]
    public void SideStep_ShowsTheTicketInHand_AndTheOneAsideWhenThereIsNoOther()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded().Tell(Line.CheckIn(1, 1), at.Issue(Step, 1, 1))
            .Tell(new TicketHeld(Line.T(Step, 1), Line.Step(Step), Line.H(1), null, "去咨询"));
        Assert.Equal((HouseholdStage.Held, "S001"), (story.Page(1).Stage, story.Page(1).Number));

        story.Tell(at.Issue("consultation", 1, 1));
        Assert.Equal((HouseholdStage.Waiting, "Z001"), (story.Page(1).Stage, story.Page(1).Number));
    }

    [Fact]
    public void GaveUp_ShowsNothingMoreToChoose()
    {
        var page = Story.Founded().Tell(Line.CheckIn(1, 1), new HouseholdGaveUp(Line.H(1), "放弃", [])).Page(1);

        Assert.Equal(HouseholdStage.GaveUp, page.Stage);
        Assert.Empty(page.Types);
    }
}

using CommandCenter.Boards.Households;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Boards.Tickets;

namespace CommandCenter.Boards.Tests.Households;

public sealed class HouseholdsBoardTests
{
    [Fact]
    public void CheckedIn_IsListedByNumberAndMaskedName_InTheOrderOfComing()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded().At(9, 0).Tell(Line.CheckIn(2, 1)).At(9, 5).Tell(Line.CheckIn(1, 1, 2)).Tell(at.Issue("verification", 1, 2));

        var board = story.Read<HouseholdsBoard>(TopicNames.Households);

        Assert.Equal(5, board.Listed);
        Assert.Equal([SmallHall.Household(2).Number, SmallHall.Household(1).Number], board.Came.Select(static h => h.Number));
        Assert.Equal((HouseholdStage.Waiting, "V001", 1), (board.Came[0].Stage, board.Came[0].Ticket, board.Came[0].People));
        Assert.Equal((HouseholdStage.Between, null, 2), (board.Came[1].Stage, board.Came[1].Ticket, board.Came[1].People));
        Assert.DoesNotContain(board.Came, static h => h.MaskedName == SmallHall.Household(1).Members[0].Name);
    }
}

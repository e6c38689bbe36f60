using CommandCenter.Boards.Cases;
using CommandCenter.Boards.Circumstances;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Households;

namespace CommandCenter.Boards.Tests.Circumstances;

/// <summary>In the small hall every seventh household claims the second-child quota and every fifth carries a difference.</summary>
public sealed class CircumstancesBoardTests
{
    [Fact]
    public void List_OfTheHouseholds_IsShownByCategoryWithItsClause()
    {
        var board = Story.Founded(10).Read<CircumstancesBoard>("circumstances");

        Assert.Equal(
            [("second-h007", "007", "c15"), ("diff-h005", "005", "c24"), ("diff-h010", "010", "c24")],
            board.Circumstances.Select(static c => (c.Case.Value, c.Number, c.Listed.Clause.Value)));
        Assert.Equal((35m, null), (board.Circumstances[0].Listed.Area, board.Circumstances[0].Listed.Amount));
        Assert.Equal((null, 1200.5m), (board.Circumstances[1].Listed.Area, board.Circumstances[1].Listed.Amount));
        Assert.All(board.Circumstances, static c => Assert.Equal(CircumstanceStanding.Unregistered, c.Standing));
    }

    [Fact]
    public void Standing_FollowsTheMatter()
    {
        var story = Story.Founded(7).Tell(new CaseRegistered(
            new("second-h007"), CaseCategory.SecondChild, CaseChannel.Window, Line.H(7), "二胎指标", CaseKind.Simple, new("service-leader"), SmallHall.At(17, 0)));
        Assert.Equal((CircumstanceStanding.Open, "service-leader"), Now());

        story.Tell(new CaseOverdue(new("second-h007"), 1, new("service-leader"), null));
        Assert.Equal((CircumstanceStanding.Overdue, "service-leader"), Now());

        story.Tell(new CaseAnswered(new("second-h007"), "核验通过", new("c15")));
        Assert.Equal((CircumstanceStanding.Answered, "service-leader"), Now());

        (CircumstanceStanding, string?) Now() =>
            story.Read<CircumstancesBoard>("circumstances").Circumstances.Where(static c => c.Number == "007").Select(static c => (c.Standing, c.Responsible?.Id)).Single();
    }

    [Fact]
    public void Difference_OnceAFlatIsTaken_IsTheWorkedSum_InTheMatterToo()
    {
        var unit = SmallHall.Unit("1-101");
        var worked = Entitlement.Difference(SmallHall.Household(1), [unit], SmallHall.Plan.Prices);
        var story = Story.Founded()
            .Tell(new CaseRegistered(new("diff-h001"), CaseCategory.PriceDifference, CaseChannel.Window, Line.H(1), "差价", CaseKind.Simple, new("commander"), SmallHall.At(17, 0)))
            .Tell(new UnitTaken(Line.H(1), unit, worked));

        Assert.Equal(worked.Amount, story.Read<CircumstancesBoard>("circumstances").Circumstances.Single(static c => c.Number == "001").Listed.Amount);
        var matter = story.Read<CaseBoard>("case:diff-h001");
        Assert.Equal((worked.Amount, worked.Amount), (matter.Sum!.Amount, matter.Circumstance!.Amount));
    }
}

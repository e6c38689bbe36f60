using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Site;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Zones;

namespace CommandCenter.Boards.Tests.Site;

public sealed class ZonesBoardTests
{
    private static readonly ZoneId Gate = new("gate");
    private static readonly ZoneId Hall = new("hall");

    [Fact]
    public void Zone_AsStated_IsShownWithReasonAndColour()
    {
        var story = Story.Founded().At(9, 5).Tell(new ZoneStateSet(Gate, ZoneCondition.Paused, "人多限流"));

        var gate = Zone(story, Gate).Zone;
        Assert.Equal((ZoneCondition.Paused, "人多限流", SmallHall.At(9, 5), Light.Amber), (gate.State, gate.Reason, gate.Since, gate.Light));
        Assert.Equal(gate, story.Read<SiteBoard>("site").Zones.Single(z => z.Zone == Gate));
        Assert.Equal(ZoneCondition.Open, Zone(story, Hall).Zone.State);

        story.Tell(new MemberSignedIn(new("order"), new("order-01"), SmallHall.At(9, 30)), new RollCalled(new("order"), new("order-01"), Gate, SmallHall.At(9, 30)))
            .Tell(new ZoneStateSet(Gate, ZoneCondition.Closed, "不再使用"));
        Assert.Equal((Light.Grey, 1), (Zone(story, Gate).Zone.Light, Zone(story, Gate).People));
    }

    [Fact]
    public void Group_ThatKeepsTheZone_SeesItsState()
    {
        var story = Story.Founded().Tell(new ZoneStateSet(Gate, ZoneCondition.Crowded, null));

        Assert.Equal(new GroupZone(Gate, SmallHall.Both("南门", "Gate"), ZoneCondition.Crowded, null), Assert.Single(story.Read<GroupBoard>("group:order").Zones));
        Assert.Equal(ZoneCondition.Open, Assert.Single(story.Read<GroupBoard>("group:service").Zones).State);
    }

    [Fact]
    public void Residents_AreExpectedWhereTheirStepIsDone_ThenAtItsWindow_ThenGone()
    {
        var at = SmallHall.At(9, 0);
        var story = OnPlan()
            .Tell(Line.Open(1, "verification"), Line.CheckIn(1, 1, 2), Line.CheckIn(2, 1))
            .Tell(at.Issue("verification", 1, 1), at.Issue("verification", 2, 2));
        Assert.Equal((3, 0, 3), (Zone(story, Hall).Expected, Zone(story, Hall).AtWindows, story.Read<ZonesBoard>("zones").Residents));

        story.Tell(at.Call("verification", 1, 1, 1));
        Assert.Equal((3, 0), (Zone(story, Hall).Expected, Zone(story, Hall).AtWindows));

        story.Tell(at.Arrive("verification", 1, 1, 1));
        Assert.Equal((1, 2, 2), (Zone(story, Hall).Expected, Zone(story, Hall).AtWindows, Zone(story, Hall).People));

        story.Tell(new HouseholdGaveUp(SmallHall.Household(2).Id, "不再等候", []));
        Assert.Equal(2, story.Read<ZonesBoard>("zones").Residents);
    }

    [Fact]
    public void Board_HoldsCountsAlone()
    {
        var at = SmallHall.At(9, 0);
        var story = OnPlan().Tell(Line.Open(1, "verification"), Line.CheckIn(1, 1)).Tell(at.Issue("verification", 1, 1)).Tell(at.Call("verification", 1, 1, 1));

        var json = System.Text.Encoding.UTF8.GetString(BoardJson.Write(story.Boards.Read("zones")!));

        Assert.DoesNotContain("h001", json, StringComparison.Ordinal);
        Assert.DoesNotContain("order-01", json, StringComparison.Ordinal);
        Assert.DoesNotContain("张", json, StringComparison.Ordinal);
    }

    // The windows of the small hall stand nowhere; here they stand in the hall.
    private static Story OnPlan() => Story.Founded().Tell(new PlanAdopted(
        SmallHall.Plan with { Windows = [.. SmallHall.Plan.Windows.Select(static w => w with { Zone = Hall })] }, "p2"));

    private static ZoneCount Zone(Story story, ZoneId zone) => story.Read<ZonesBoard>("zones").Zones.Single(z => z.Zone.Zone == zone);
}

using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Site;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;

namespace CommandCenter.Boards.Tests.Site;

public sealed class SiteBoardTests
{
    private static readonly GroupId Order = new("order");
    private static readonly IncidentId I1 = new("i1");

    [Fact]
    public void Zones_AndGroups_AreGreyBeforeAnybodyIsOnDuty()
    {
        var site = Story.Founded().Read<SiteBoard>("site");

        Assert.All(site.Zones, static z => Assert.Equal(Light.Grey, z.Light));
        Assert.All(site.Groups, static g => Assert.Equal(Light.Grey, g.Light));
        Assert.Equal((4, 0, "order-01"), (site.Groups[0].Roster, site.Groups[0].OnDuty, site.Groups[0].Lead!.Member.Value));
    }

    [Fact]
    public void Group_LateIsAmber_LateBeyondTheGraceIsRed_ReportedIsGreen()
    {
        var story = Story.Founded().Tell(new MemberSignedIn(Order, new("order-01"), SmallHall.At(9, 0)));
        Assert.Equal(Light.Green, OrderLight(story));

        story.Tell(new RollMissed(Order, new("order-01"), false, SmallHall.At(9, 5)));
        Assert.Equal(Light.Amber, OrderLight(story));

        story.Tell(new RollMissed(Order, new("order-01"), true, null));
        Assert.Equal(Light.Red, OrderLight(story));

        story.Tell(new RollCalled(Order, new("order-01"), new("gate"), SmallHall.At(9, 30)));
        Assert.Equal(Light.Green, OrderLight(story));
        Assert.Equal((Light.Green, 1), Gate(story));
    }

    [Fact]
    public void Group_RefusedOrderIsAmber_OverdueOrderIsRed_UntilItIsDone()
    {
        var story = OnDuty().Tell(new AssignmentSent(Order, new("a1"), "引导", SmallHall.At(9, 10), null, null, "commander"));
        Assert.Equal(Light.Green, OrderLight(story));

        story.Tell(new AssignmentOverdue(Order, new("a1"), 2, "order-02", null));
        Assert.Equal(Light.Red, OrderLight(story));
        Assert.Equal(("a1", 2), Overdue(Assert.Single(story.Read<SiteBoard>("site").OverdueOrders)));

        story.Tell(new AssignmentRefused(Order, new("a1"), "order-leader", "人手不足"));
        Assert.Equal(Light.Amber, OrderLight(story));
        Assert.Empty(story.Read<SiteBoard>("site").OverdueOrders);

        story.Tell(new AssignmentDone(Order, new("a1"), "commander", "另行安排"));
        Assert.Equal(Light.Green, OrderLight(story));

        static (string, int) Overdue(GroupOrder order) => (order.Assignment.Value, order.OverdueLevel);
    }

    [Fact]
    public void Incident_ColoursItsZoneAndItsGroup()
    {
        var story = OnDuty().At(9, 0).Tell(Raised("拥挤", confidential: false));
        Assert.Equal((Light.Amber, Light.Amber), (OrderLight(story), Gate(story).Item1));

        story.Tell(new IncidentAcknowledged(I1, "order-leader", SmallHall.At(9, 10)));
        Assert.Equal((Light.Green, Light.Amber), (OrderLight(story), Gate(story).Item1));

        story.Tell(new IncidentEscalated(I1, Order, IncidentClock.Reach, 1, "order-leader", null, [], false));
        Assert.Equal((Light.Red, Light.Red), (OrderLight(story), Gate(story).Item1));

        story.Tell(new IncidentResolved(I1, Order, "order-leader", "已疏散"));
        var site = story.Read<SiteBoard>("site");
        Assert.Equal((Light.Green, Light.Green), (OrderLight(story), Gate(story).Item1));
        Assert.Equal((0, 1, 1), (site.Incidents.Length, site.IncidentsRaised, site.ToReview));
    }

    [Fact]
    public void ConfidentialIncident_ShowsNeitherTextNorHousehold()
    {
        var story = OnDuty().Tell(Raised("某户反映评估不公", confidential: true));

        var json = System.Text.Encoding.UTF8.GetString(BoardJson.Write(story.Boards.Read("site")!));

        Assert.Contains("\"confidential\":true", json, StringComparison.Ordinal);
        Assert.DoesNotContain("某户反映", json, StringComparison.Ordinal);
        Assert.DoesNotContain("h003", json, StringComparison.Ordinal);
        Assert.DoesNotContain("crowding", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Responses_TellHowLongTheIncidentsOfAGroupTook_WithoutFalseAlarms()
    {
        var story = Story.Founded()
            .At(9, 0).Tell(Raised("甲", false, "i1"), Raised("乙", false, "i2"), Raised("丙", false, "i3"))
            .At(9, 1).Tell(new IncidentAcknowledged(I1, "order-leader", SmallHall.At(9, 6)), new IncidentFalseAlarm(new("i3"), Order, "order-leader", "误报"))
            .At(9, 4).Tell(new IncidentAcknowledged(new("i2"), "order-leader", SmallHall.At(9, 9)), new IncidentOnScene(I1, "order-leader"))
            .At(10, 30).Tell(new IncidentResolved(I1, Order, "order-leader", "已疏散"));

        var order = Assert.Single(story.Read<SiteBoard>("site").Responses);

        Assert.Equal((Order, 2), (order.Group, order.Raised));
        Assert.Equal(new(2, 1, 60, 240), order.Acknowledge);
        Assert.Equal(new(1, 0, 240, 240), order.Reach);
        Assert.Equal(new(1, 1, 5400, 5400), order.Resolve);
    }

    [Fact]
    public void OverdueOrder_OfAConfidentialIncident_ShowsNoText()
    {
        var story = OnDuty().Tell(
            Raised("某户反映评估不公", confidential: true),
            new AssignmentSent(Order, new("a1"), "请某户到接待室", SmallHall.At(9, 10), I1, null, "commander"),
            new AssignmentOverdue(Order, new("a1"), 1, "order-01", null));

        Assert.Equal("内容保密 Confidential", Assert.Single(story.Read<SiteBoard>("site").OverdueOrders).Text);
    }

    [Fact]
    public void Incidents_StandWorstFirst_ThenOldestFirst()
    {
        var story = Story.Founded()
            .At(9, 0).Tell(Raised("甲", false, "i1", 3)).At(9, 1).Tell(Raised("乙", false, "i2", 1))
            .At(9, 2).Tell(Raised("丙", false, "i3", 3), Raised("丁", false, "i4", 1));

        Assert.Equal(["i2", "i4", "i1", "i3"], story.Read<SiteBoard>("site").Incidents.Select(static i => i.Incident.Value));
    }

    private static Story OnDuty() => Story.Founded().Tell(
        new MemberSignedIn(Order, new("order-01"), SmallHall.At(9, 0)), new RollCalled(Order, new("order-01"), new("gate"), SmallHall.At(9, 30)));

    private static IncidentRaised Raised(string text, bool confidential, string id = "i1", int severity = 2) => new(
        new(id), new("crowding"), new("gate"), severity, text, Line.H(3), "clerk-1", Order, confidential, [],
        SmallHall.At(9, 2), SmallHall.At(9, 10), SmallHall.At(10, 0));

    private static Light OrderLight(Story story) => story.Read<SiteBoard>("site").Groups[0].Light;

    private static (Light, int) Gate(Story story)
    {
        var gate = story.Read<SiteBoard>("site").Zones.Single(static z => z.Zone.Value == "gate");
        return (gate.Light, gate.OnDuty);
    }
}

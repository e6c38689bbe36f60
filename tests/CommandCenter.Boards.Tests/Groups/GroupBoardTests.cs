using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;

namespace CommandCenter.Boards.Tests.Groups;

public sealed class GroupBoardTests
{
    private static readonly GroupId Order = new("order");

    [Fact]
    public void Duty_Lead_Orders_AreShown()
    {
        var story = Story.Founded().At(8, 30).Tell(
                new MemberSignedIn(Order, new("order-01"), SmallHall.At(9, 0)), new MemberSignedIn(Order, new("order-02"), SmallHall.At(9, 0)))
            .At(8, 50).Tell(new RollCalled(Order, new("order-01"), new("gate"), SmallHall.At(9, 20)))
            .At(9, 0).Tell(new RollMissed(Order, new("order-02"), false, SmallHall.At(9, 5)), new LeadOffered(Order, new("order-02"), "order-leader"))
            .At(9, 1).Tell(new AssignmentSent(Order, new("a1"), "到等候区引导", SmallHall.At(9, 10), null, null, "commander"))
            .At(9, 2).Tell(new AssignmentAccepted(Order, new("a1"), "order-leader"))
            .At(9, 10).Tell(new AssignmentOverdue(Order, new("a1"), 1, "order-01", SmallHall.At(9, 20)));

        story.AssertShows("group:order", """
            {
              "group": "order",
              "name": { "zh": "秩序", "en": "Order" },
              "light": "red",
              "lead": { "member": "order-01", "name": "秩序组员1" },
              "deputy": { "member": "order-02", "name": "秩序组员2" },
              "offered": { "member": "order-02", "name": "秩序组员2" },
              "zones": [ { "zone": "gate", "name": { "zh": "南门", "en": "Gate" }, "state": "open" } ],
              "roster": 4,
              "onDuty": 2,
              "late": 1,
              "members": [
                { "member": "order-01", "name": "秩序组员1", "since": "2026-05-18T08:30:00+08:00", "zone": { "zone": "gate", "name": { "zh": "南门", "en": "Gate" }, "state": "open" },
                  "reportedAt": "2026-05-18T08:50:00+08:00", "nextReport": "2026-05-18T09:20:00+08:00", "missed": "none" },
                { "member": "order-02", "name": "秩序组员2", "since": "2026-05-18T08:30:00+08:00", "nextReport": "2026-05-18T09:00:00+08:00", "missed": "amber" },
                { "member": "order-03", "name": "秩序组员3", "missed": "none" },
                { "member": "order-04", "name": "秩序组员4", "missed": "none" }
              ],
              "orders": [
                { "assignment": "a1", "group": "order", "text": "到等候区引导", "from": { "id": "commander", "name": { "zh": "指挥", "en": "Commander" } },
                  "sentAt": "2026-05-18T09:01:00+08:00", "due": "2026-05-18T09:10:00+08:00", "stage": "accepted", "overdueLevel": 1,
                  "escalatedTo": { "id": "order-01", "name": { "zh": "秩序组员1", "en": "秩序组员1" } },
                  "by": { "id": "order-leader", "name": { "zh": "秩序组长", "en": "Order leader" } } }
              ],
              "incidents": []
            }
            """);
    }

    [Fact]
    public void Orders_ThatNeedSomebody_StandBeforeThoseDone()
    {
        var story = Story.Founded().At(9, 0).Tell(Sent("a1", 9, 30), Sent("a2", 9, 10), Sent("a3", 9, 20), Sent("a4", 9, 15))
            .At(9, 5).Tell(new AssignmentDone(Order, new("a2"), "order-leader", "已完成"), new AssignmentRefused(Order, new("a3"), "order-leader", "人手不足"))
            .At(9, 6).Tell(new AssignmentDone(Order, new("a4"), "order-leader", "已完成"));

        var orders = story.Read<GroupBoard>("group:order").Orders;

        Assert.Equal(["a3", "a1", "a4", "a2"], orders.Select(static o => o.Assignment.Value));
        Assert.Equal((AssignmentStage.Refused, "人手不足", SmallHall.At(9, 5)), (orders[0].Stage, orders[0].Reply, orders[0].EndedAt!.Value));

        static AssignmentSent Sent(string id, int hour, int minute) =>
            new(Order, new(id), "任务", SmallHall.At(hour, minute), null, null, "commander");
    }

    [Fact]
    public void LeadTaken_SignedOut_ReportInTime_ClearWhatWasBefore()
    {
        var board = Story.Founded().At(8, 30)
            .Tell(new MemberSignedIn(Order, new("order-02"), SmallHall.At(9, 0)), new RollMissed(Order, new("order-02"), true, null))
            .Tell(new RollCalled(Order, new("order-02"), new("gate"), SmallHall.At(9, 30)))
            .Tell(new LeadOffered(Order, new("order-02"), "commander"), new LeadTaken(Order, new("order-02"), "order-deputy"))
            .Tell(new MemberSignedIn(Order, new("order-03"), SmallHall.At(9, 0)), new MemberSignedOut(Order, new("order-03")))
            .Read<GroupBoard>("group:order");

        Assert.Equal(("order-02", null), (board.Lead!.Member.Value, board.Offered));
        Assert.Equal((1, 0), (board.OnDuty, board.Late));
    }

    [Fact]
    public void Incidents_AreThoseThatTheGroupOwnsNow()
    {
        var due = SmallHall.At(10, 0);
        var story = Story.Founded().Tell(
            new IncidentRaised(new("i1"), new("crowding"), new("gate"), 2, "拥挤", null, "clerk-1", Order, false, [], due, due, due));
        Assert.Single(story.Read<GroupBoard>("group:order").Incidents);

        story.Tell(new IncidentReassigned(new("i1"), Order, new("service"), "归口", due));
        Assert.Empty(story.Read<GroupBoard>("group:order").Incidents);
        Assert.Equal("i1", Assert.Single(story.Read<GroupBoard>("group:service").Incidents).Incident.Value);
    }
}

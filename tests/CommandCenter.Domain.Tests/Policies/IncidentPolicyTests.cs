using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Policies;

namespace CommandCenter.Domain.Tests.Policies;

public sealed class IncidentPolicyTests : PolicyTest
{
    private static readonly IncidentId I1 = new("i1");
    private static readonly GroupId Order = new("order");
    private static readonly GroupId Service = new("service");
    private static readonly DateTimeOffset ResolveBy = TestPlans.At(11, 0);

    private static IncidentRaised Raise(string type, string text)
    {
        var playbook = TestPlans.Small().FindPlaybook(new(type))!;
        return new(
            I1, playbook.Id, new("gate"), 2, text, null, "reception", Order, playbook.Confidential, playbook.Checklist,
            TestPlans.At(10, 2), TestPlans.At(10, 10), ResolveBy);
    }

    [Fact]
    public void IncidentRaised_AssignsTheOwnerWithTheChecklist() =>
        Assert.Equal(
            [new(Group("order"), new Assign(new("i1"), "人员拥挤（大门）：两百人\n1. 拉起隔离带\n2. 广播疏导", ResolveBy, I1, null))],
            React(new IncidentRaisedAssignsOwner(), Raise("crowding", "两百人")));

    [Fact]
    public void IncidentRaised_Confidential_KeepsTheMatterInTheIncident()
    {
        var assign = Assert.IsType<Assign>(React(new IncidentRaisedAssignsOwner(), Raise("medical", "张三晕倒"))[0].Command);

        Assert.Equal("保密事件（大门）：内容保密，详见事件。", assign.Text);
    }

    [Fact]
    public void IncidentRaised_LongestText_IsStillAnOrderThatTheGroupTakes()
    {
        var reaction = React(new IncidentRaisedAssignsOwner(), Raise("crowding", new string('挤', 500)))[0];

        var text = Deliver(reaction).ThenOne<AssignmentSent>().Text;
        Assert.Equal(500, text.Length);
        Assert.EndsWith("挤…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void IncidentReassigned_EndsTheOneOrderAndGivesTheOther() =>
        Assert.Equal(
            [
                new(Group("order"), new EndIncidentAssignments(I1, "事件已移交服务组。")),
                new(Group("service"), new Assign(null, "接手处置移交来的事件，详见事件。", ResolveBy, I1, null)),
            ],
            React(new IncidentReassignedMovesOrder(), new IncidentReassigned(I1, Order, Service, "室内", ResolveBy)));

    [Fact]
    public void IncidentReassigned_BackToTheFirstGroup_GivesItAnotherOrder()
    {
        var first = React(new IncidentRaisedAssignsOwner(), Raise("crowding", "两百人"))[0];
        var back = React(new IncidentReassignedMovesOrder(), new IncidentReassigned(I1, Service, Order, "室外", ResolveBy))[1];
        var sent = Deliver(first).ThenOne<AssignmentSent>();
        var done = new AssignmentDone(Order, sent.Assignment, "policy:test", "事件已移交服务组。");

        Assert.Equal(new AssignmentId("order-a002"), Deliver(back, sent, done).ThenOne<AssignmentSent>().Assignment);
    }

    [Fact]
    public void IncidentReopened_AssignsTheOwnerAgain() =>
        Assert.Equal(
            [new(Group("order"), new Assign(null, "事件重新打开，请继续处置，详见事件。", ResolveBy, I1, null))],
            React(new IncidentReopenedAssignsOwner(), new IncidentReopened(I1, Order, "commander", "又起", ResolveBy)));

    public static TheoryData<IPolicy, IEvent, string> Endings => new()
    {
        { new IncidentResolvedEndsOrder(), new IncidentResolved(I1, Order, "order-leader", "已疏散"), "事件已解决，结果见事件。" },
        { new IncidentFalseAlarmEndsOrder(), new IncidentFalseAlarm(I1, Order, "order-leader", "系排队"), "事件为误报，详见事件。" },
        { new IncidentMergedEndsOrder(), new IncidentMerged(I1, Order, new("i2")), "事件已并入另一事件，随该事件一并处置。" },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public void IncidentEnded_EndsTheOrderOfTheOwner(IPolicy policy, IEvent ended, string answer)
    {
        var reaction = Assert.Single(React(policy, ended));
        Assert.Equal(new(Group("order"), new EndIncidentAssignments(I1, answer)), reaction);

        var sent = Deliver(React(new IncidentRaisedAssignsOwner(), Raise("crowding", "两百人"))[0]).ThenOne<AssignmentSent>();
        Deliver(reaction, sent).ThenEvents(new AssignmentDone(Order, new("i1"), "policy:test", answer));
    }
}

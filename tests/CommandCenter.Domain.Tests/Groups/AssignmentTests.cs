using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Tests.Groups;

public sealed class AssignmentTests : DeciderTest
{
    private static readonly GroupId Order = new("order");
    private static readonly AssignmentId A1 = new("order-a001");

    private static readonly AssignmentSent Sent = new(Order, A1, "疏导大门", At(10, 30), null, null, "supervisor");
    private static readonly AssignmentAccepted Accepted = new(Order, A1, "order-leader");
    private static readonly AssignmentRefused Refused = new(Order, A1, "order-leader", "人手不足");
    private static readonly AssignmentDone Done = new(Order, A1, "order-leader", "已疏导");

    private static History Group(params IEvent[] events) => Given(new GroupDecider(), "order", events);

    [Fact]
    public void Assign_WithoutId_TakesTheNextFreeOfTheGroup()
    {
        var taken = new AssignmentSent(Order, new("order-a002"), "清点名册", At(10, 30), null, null, "commander");

        Group(taken)
            .When(new Assign(null, "疏导大门", At(10, 30), null, null), Now, "supervisor")
            .ThenEvents(new AssignmentSent(Order, new("order-a003"), "疏导大门", At(10, 30), null, null, "supervisor"));
    }

    [Fact]
    public void Assign_WithIdIncidentAndMeeting_KeepsThem() =>
        Group()
            .When(new Assign(new("m1-1"), "疏导大门", At(10, 30), new("i1"), new("m1")))
            .ThenEvents(new AssignmentSent(Order, new("m1-1"), "疏导大门", At(10, 30), new("i1"), new("m1"), "commander"));

    [Fact]
    public void Assign_SameIdSameContent_DoesNothing() =>
        Group(Sent).When(new Assign(A1, "疏导大门", At(10, 30), null, null)).ThenNothing();

    [Fact]
    public void Assign_SameIdOtherContent_IsRefused() =>
        Group(Sent)
            .When(new Assign(A1, "疏导停车场", At(10, 30), null, null))
            .ThenRejected(Rejections.AssignmentExists, "assignment");

    [Fact]
    public void Assign_DueNow_IsRefused() =>
        Group().When(new Assign(null, "疏导大门", Now, null, null), Now).ThenRejected("in-the-past", "due");

    [Fact]
    public void Assign_LateByPolicy_IsGivenAndOverdueAtOnce()
    {
        var after = Group().When(new Assign(new("m1-1"), "疏导大门", At(9, 0), null, new("m1")), Now, "policy:x");

        after.ThenOne<AssignmentSent>();
        Assert.Equal([new Deadline("assignment:m1-1", At(9, 0))], after.History.Deadlines);
    }

    [Fact]
    public void Accept_Sent_IsAccepted() =>
        Group(Sent).When(new AcceptAssignment(A1), Now, "order-leader").ThenEvents(Accepted);

    [Fact]
    public void Accept_TwiceByTheSamePost_DoesNothing() =>
        Group(Sent, Accepted).When(new AcceptAssignment(A1), Now, "order-leader").ThenNothing();

    [Fact]
    public void Accept_AcceptedByAnother_IsRefused() =>
        Group(Sent, Accepted)
            .When(new AcceptAssignment(A1), Now, "order-deputy")
            .ThenRejected(Rejections.AssignmentAcceptedAlready);

    [Fact]
    public void Accept_Unknown_IsRefused() =>
        Group().When(new AcceptAssignment(A1)).ThenRejected("not-found", "assignment");

    [Fact]
    public void Refuse_WithReason_StopsTheClockOfTheGroup()
    {
        var after = Group(Sent)
            .When(new RefuseAssignment(A1, "人手不足"), Now, "order-leader")
            .ThenEvents(Refused);

        Assert.Empty(after.History.Deadlines);
    }

    [Fact]
    public void Refuse_WithoutReason_IsRefused() =>
        Group(Sent).When(new RefuseAssignment(A1, " ")).ThenRejected("required", "reason");

    [Fact]
    public void Refuse_Accepted_IsRefused() =>
        Group(Sent, Accepted)
            .When(new RefuseAssignment(A1, "人手不足"))
            .ThenRejected(Rejections.AssignmentAcceptedAlready);

    [Fact]
    public void Refuse_TwiceInTheSameWords_DoesNothing() =>
        Group(Sent, Refused).When(new RefuseAssignment(A1, "人手不足"), Now, "order-leader").ThenNothing();

    [Fact]
    public void Finish_Sent_IsDone() =>
        Group(Sent).When(new FinishAssignment(A1, "已疏导"), Now, "order-leader").ThenEvents(Done);

    [Fact]
    public void Finish_Accepted_IsDoneAndStopsTheClock()
    {
        var after = Group(Sent, Accepted)
            .When(new FinishAssignment(A1, "已疏导"), Now, "order-leader")
            .ThenEvents(Done);

        Assert.Empty(after.History.Deadlines);
    }

    [Fact]
    public void Finish_WithoutAnswer_IsRefused() =>
        Group(Sent).When(new FinishAssignment(A1, "")).ThenRejected("required", "answer");

    [Theory]
    [InlineData("supervisor")]
    [InlineData("commander")]
    public void Finish_RefusedByWhoGaveItOrTheCommander_IsAnswered(string actor) =>
        Group(Sent, Refused)
            .When(new FinishAssignment(A1, "改派服务组"), Now, actor)
            .ThenEvents(new AssignmentDone(Order, A1, actor, "改派服务组"));

    [Fact]
    public void Finish_RefusedByTheGroupItself_IsRefused() =>
        Group(Sent, Refused)
            .When(new FinishAssignment(A1, "已疏导"), Now, "order-leader")
            .ThenRejected(Rejections.AssignmentRefusedAlready);

    [Fact]
    public void Finish_TwiceInTheSameWords_DoesNothing() =>
        Group(Sent, Done).When(new FinishAssignment(A1, "已疏导"), Now, "order-leader").ThenNothing();

    [Fact]
    public void Finish_DoneWithAnotherAnswer_IsRefused() =>
        Group(Sent, Done)
            .When(new FinishAssignment(A1, "没有疏导"), Now, "order-leader")
            .ThenRejected(Rejections.AssignmentDoneAlready);

    [Fact]
    public void EndIncidentAssignments_EndsOpenAndRefusedOrdersOfPolicies_AndNoOthers()
    {
        var order = new AssignmentSent(Order, new("i1"), "处置", At(10, 30), new("i1"), null, "policy:x");
        var refused = new AssignmentSent(Order, new("z9"), "处置", At(10, 30), new("i1"), null, "policy:x");
        var other = new AssignmentSent(Order, new("i2"), "处置", At(10, 30), new("i2"), null, "policy:x");
        var byHand = new AssignmentSent(Order, new("b1"), "写报告", At(16, 0), new("i1"), null, "commander");

        Group(refused, order, other, byHand, Refused with { Assignment = new("z9") })
            .When(new EndIncidentAssignments(new("i1"), "事件已解决。"), Now, "policy:y")
            .ThenEvents(
                new AssignmentDone(Order, new("i1"), "policy:y", "事件已解决。"),
                new AssignmentDone(Order, new("z9"), "policy:y", "事件已解决。"));
    }

    [Fact]
    public void EndIncidentAssignments_NoneOpen_DoesNothing() =>
        Group(Sent).When(new EndIncidentAssignments(new("i1"), "事件已解决。")).ThenNothing();
}

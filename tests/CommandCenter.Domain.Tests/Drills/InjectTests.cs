using CommandCenter.Domain.Drills;

namespace CommandCenter.Domain.Tests.Drills;

public sealed class InjectTests : DrillTest
{
    private static readonly InjectDelivered Delivered = new(Crowd);
    private static readonly InjectHeld Held = new(CrowdId);
    private static readonly InjectCancelled Cancelled = new(CrowdId);

    [Fact]
    public void Inject_ItsTimeComes_IsDeliveredOnce()
    {
        var after = Running().WhenDue("inject:crowd").ThenEvents(Delivered);

        Assert.Empty(after.History.Deadlines);
    }

    [Fact]
    public void Postpone_Twice_AddsUpForAllPending()
    {
        var after = Running(new InjectsPostponed(20)).When(new PostponeInjects(25)).ThenEvents(new InjectsPostponed(25));

        Assert.Equal([new Deadline("inject:crowd", At(10, 0))], after.History.Deadlines);
        after.History.When(new MeetDeadline("inject:crowd", At(9, 15)), At(9, 15)).ThenNothing();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(241)]
    [InlineData(int.MinValue)]
    public void Postpone_BeyondFourHours_IsRefused(int minutes) =>
        Running().When(new PostponeInjects(minutes)).ThenRejected("out-of-range", "minutes");

    [Fact]
    public void Hold_Pending_DoesNotComeByItself()
    {
        var after = Running().When(new HoldInject(CrowdId)).ThenEvents(Held);

        Assert.Empty(after.History.Deadlines);
        after.History.When(new HoldInject(CrowdId)).ThenNothing();
    }

    [Fact]
    public void Deliver_PendingInHandOrWithoutTime_IsDelivered()
    {
        Running().When(new DeliverInject(CrowdId)).ThenEvents(Delivered);
        Running(Held).When(new DeliverInject(CrowdId)).ThenEvents(Delivered);
        Running().When(new DeliverInject(Rumour.Id)).ThenEvents(new InjectDelivered(Rumour));
    }

    [Fact]
    public void Deliver_Delivered_DoesNothing() => Running(Delivered).When(new DeliverInject(CrowdId)).ThenNothing();

    [Fact]
    public void Deliver_Cancelled_IsRefused() =>
        Running(Cancelled).When(new DeliverInject(CrowdId)).ThenRejected(Rejections.InjectCancelledAlready);

    [Fact]
    public void Deliver_Unknown_IsRefused() =>
        Running().When(new DeliverInject(new("flood"))).ThenRejected("not-found", "inject");

    [Fact]
    public void Cancel_PendingOrInHand_WillNotCome()
    {
        var after = Running().When(new CancelInject(CrowdId)).ThenEvents(Cancelled);

        Assert.Empty(after.History.Deadlines);
        after.History.When(new CancelInject(CrowdId)).ThenNothing();
        Running(Held).When(new CancelInject(CrowdId)).ThenEvents(Cancelled);
    }

    [Fact]
    public void HoldOrCancel_Delivered_IsRefused()
    {
        Running(Delivered).When(new HoldInject(CrowdId)).ThenRejected(Rejections.InjectDeliveredAlready);
        Running(Delivered).When(new CancelInject(CrowdId)).ThenRejected(Rejections.InjectDeliveredAlready);
    }

    [Fact]
    public void Hold_Cancelled_IsRefused() =>
        Running(Cancelled).When(new HoldInject(CrowdId)).ThenRejected(Rejections.InjectCancelledAlready);
}

using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Tests.Windows;

public sealed class SuspensionTests : WindowTest
{
    private static readonly SuspendWindow Suspend = new("请稍候");

    [Fact]
    public void Suspend_Open_Pauses() => Window(Opened).When(Suspend).ThenEvents(PausedByDay);

    [Fact]
    public void Suspend_Closed_DoesNothing() => Window().When(Suspend).ThenNothing();

    [Fact]
    public void Suspend_CalledAndNotThere_TakesTheCallBack() =>
        Window(Opened, Seated).When(Suspend).ThenEvents(PausedByDay, Released, GivenBack);

    [Fact]
    public void Suspend_PausedByTheClerkWithSomebodyCalled_TakesTheCallBackToo() =>
        Window(Opened, Seated, Paused).When(Suspend).ThenEvents(Released, GivenBack);

    [Fact]
    public void Suspend_HouseholdThere_IsServedToTheEnd()
    {
        var suspended = Window(Opened, Seated, Arrived, PausedByDay).In(OperationPhase.Suspended);

        suspended.When(new StartService(), At(10, 1)).ThenEvents(Started)
            .History.When(new CompleteService(null, null)).ThenEvents(Completed);
    }

    [Fact]
    public void Resume_PausedByTheDay_OpensWithTheClerkWhoWasThere() =>
        Window(Opened, PausedByDay).When(new ResumeWindow(), actor: "policy:x").ThenEvents(Opened);

    [Fact]
    public void Resume_PausedByTheClerk_StaysPaused()
    {
        Window(Opened, Paused).When(new ResumeWindow()).ThenNothing();
        Window(Opened, PausedByDay, Paused).When(new ResumeWindow()).ThenNothing();
    }

    [Fact]
    public void Suspended_NobodyIsCalled()
    {
        var suspended = Window(Opened).In(OperationPhase.Suspended);

        suspended.When(new CallNext()).ThenRejected(Rejections.OperationSuspendedNow);
        suspended.When(new CallTicket(T1, "急事")).ThenRejected(Rejections.OperationSuspendedNow);
        suspended.When(new ResumeHeld(T1)).ThenRejected(Rejections.OperationSuspendedNow);
        suspended.When(Call).ThenEvents(GivenBack);
    }

    [Fact]
    public void Suspended_NobodyIsRecalledOrPassed()
    {
        var suspended = Window(Opened, Seated, Recalled(1, At(10, 3)), Recalled(2, At(10, 4))).In(OperationPhase.Suspended);

        suspended.When(new Recall(), At(10, 5)).ThenRejected(Rejections.OperationSuspendedNow);
        suspended.When(new Pass(), At(10, 5)).ThenRejected(Rejections.OperationSuspendedNow);
        suspended.WhenDue("call").ThenEvents(Released, GivenBack);
    }

    [Theory]
    [InlineData(OperationPhase.Preparing)]
    [InlineData(OperationPhase.Ready)]
    [InlineData(OperationPhase.Closed)]
    public void CallNext_OutsideTheDay_IsRefused(OperationPhase phase) =>
        Window(Opened).In(phase).When(new CallNext()).ThenRejected(Rejections.OperationNotOpen);

    [Fact]
    public void CallNext_Closing_IsGood() => Window(Opened).In(OperationPhase.Closing).When(new CallNext()).ThenEvents(Asked);
}

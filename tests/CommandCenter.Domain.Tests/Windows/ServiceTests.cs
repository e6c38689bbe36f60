using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Tests.Windows;

public sealed class ServiceTests : WindowTest
{
    private static readonly WindowId W3 = new("w3");
    private static readonly SelectionSettled Settled = new(W3, H1, new("1-101"));

    [Fact]
    public void Arrive_Called_IsThere() => Window(Opened, Seated).When(new Arrive(), At(10, 1)).ThenEvents(Arrived);

    [Fact]
    public void Arrive_Twice_DoesNothing() => Window(Opened, Seated, Arrived).When(new Arrive()).ThenNothing();

    [Fact]
    public void Start_NotSaidToBeThere_CountsAsArrival() =>
        Window(Opened, Seated).When(new StartService(), At(10, 1)).ThenEvents(Arrived, Started);

    [Fact]
    public void Start_Twice_DoesNothing() => Window(Opened, Seated, Arrived, Started).When(new StartService()).ThenNothing();

    [Fact]
    public void Complete_Started_KeepsTheTimesOfEachPhase() =>
        Window(Opened, Seated, Arrived, Started).When(new CompleteService("通过", "已核对"), At(10, 9))
            .ThenEvents(Completed with { Outcome = "通过", Note = "已核对" });

    [Fact]
    public void Complete_NotThereOrNotStarted_IsRefused()
    {
        Window(Opened, Seated).When(new CompleteService(null, null)).ThenRejected(Rejections.NotArrived);
        Window(Opened, Seated, Arrived).When(new CompleteService(null, null)).ThenRejected(Rejections.ServiceNotStarted);
    }

    [Fact]
    public void Complete_DoubleClick_IsRefusedAsIdle() =>
        Window(Opened, Seated, Arrived, Started, Completed).When(new CompleteService(null, null)).ThenRejected(Rejections.WindowIdle);

    [Fact]
    public void Complete_SelectionOpenYet_IsRefused() =>
        Selecting().When(new CompleteService(null, null)).ThenRejected(Rejections.SelectionOpenYet);

    [Fact]
    public void Complete_FlatConfirmedOrDeclined_IsGood()
    {
        Selecting(Settled).When(new CompleteService(null, null)).ThenOne<ServiceCompleted>();
        Selecting(Settled with { Unit = null }).When(new CompleteService(null, null)).ThenOne<ServiceCompleted>();
    }

    [Fact]
    public void Complete_ConfirmationReversed_IsRefused() =>
        Selecting(Settled).When(new UnsettleSelection(H1, new("1-101"))).ThenEvents(new SelectionUnsettled(W3, H1, new("1-101")))
            .History.When(new CompleteService(null, null)).ThenRejected(Rejections.SelectionOpenYet);

    [Fact]
    public void Settle_TheHouseholdAtIt_MayComplete() =>
        Selecting().When(new SettleSelection(H1, new("1-101"))).ThenEvents(Settled);

    [Fact]
    public void Settle_AnotherHousehold_IsRefused()
    {
        Selecting().When(new SettleSelection(new("h2"), null)).ThenRejected(Rejections.WindowIdle);
        Selecting(Settled).When(new UnsettleSelection(new("h2"), new("1-101"))).ThenNothing();
    }

    [Fact]
    public void Hold_WithReason_IsPutAsideAndTheWindowFree() =>
        Window(Opened, Seated, Arrived).When(new Hold("缺材料")).ThenEvents(new TicketSetAside(W1, Verification, T1, H1, "缺材料"))
            .History.When(new CallNext()).ThenEvents(Asked);

    [Fact]
    public void Hold_WithoutReason_IsRefused() => Window(Opened, Seated).When(new Hold("")).ThenRejected("required", "reason");

    [Fact]
    public void HoldOrTransfer_ChoiceMade_IsRefused()
    {
        Selecting(Settled).When(new Hold("缺材料")).ThenRejected(Rejections.SelectionSettledAlready);
        Selecting(Settled).When(new Transfer(Verification, "缺材料")).ThenRejected(Rejections.SelectionSettledAlready);
    }

    [Theory]
    [InlineData("w1", "verification", "consultation", true)]
    [InlineData("w3", "selection", "verification", true)]
    [InlineData("w3", "selection", "consultation", true)]
    [InlineData("w6", "settlement", "signing", true)]
    [InlineData("w1", "verification", "selection", false)]
    [InlineData("w1", "verification", "verification", false)]
    [InlineData("w1", "verification", "check-in", false)]
    [InlineData("w5", "signing", "settlement", false)]
    [InlineData("w5", "signing", "selection", false)]
    [InlineData("w5", "signing", "verification", false)]
    [InlineData("w6", "settlement", "selection", false)]
    [InlineData("w2", "consultation", "verification", false)]
    public void Transfer_ToASideStepOrBackWithoutCrossingSelection_AndNoFurther(string window, string from, string to, bool good)
    {
        var (w, step) = (new WindowId(window), new StepId(from));
        var history = Given(
            new WindowDecider(), window, Opened with { Window = w, Step = step }, Seated with { Window = w, Step = step });

        var outcome = history.When(new Transfer(new(to), "缺材料"));

        if (good)
        {
            outcome.ThenEvents(new TicketTransferred(w, step, T1, H1, new(to), "缺材料"));
        }
        else
        {
            outcome.ThenRejected(Rejections.TransferSkipsStep, "step");
        }
    }

    [Fact]
    public void Transfer_UnknownStepOrNoReason_IsRefused()
    {
        Window(Opened, Seated).When(new Transfer(new("cooking"), "缺材料")).ThenRejected("not-found", "step");
        Window(Opened, Seated).When(new Transfer(new("consultation"), "")).ThenRejected("required", "reason");
    }

    [Fact]
    public void Command_NobodyAtTheWindow_IsRefusedAsIdle() => Assert.All(
        new ICommand[]
        {
            new Recall(), new Arrive(), new StartService(), new CompleteService(null, null), new Pass(), new Hold("x"),
            new Transfer(new("consultation"), "x"),
        },
        c => Window(Opened).When(c).ThenRejected(Rejections.WindowIdle));
}

using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Tests.Windows;

public sealed class OpeningTests : WindowTest
{
    private static readonly WindowId W2 = new("w2");
    private static readonly StepId Consultation = new("consultation");

    [Fact]
    public void Open_Closed_ServesItsUsualStep() =>
        Window().When(new OpenWindow(null), actor: "clerk-1").ThenEvents(Opened);

    [Fact]
    public void Open_ForAnotherOfItsSteps_ServesThat() =>
        Given(new WindowDecider(), "w2").When(new OpenWindow(Consultation), actor: "clerk-2")
            .ThenEvents(new WindowOpened(W2, Consultation, "clerk-2"));

    [Fact]
    public void Open_ForAStepOfOthers_IsRefused() =>
        Window().When(new OpenWindow(Selection)).ThenRejected(Rejections.StepNotServedHere, "step");

    [Fact]
    public void Open_Twice_DoesNothing() => Window(Opened).When(new OpenWindow(null)).ThenNothing();

    [Fact]
    public void Open_OpenForAnotherStep_IsRefused() =>
        Given(new WindowDecider(), "w2", new WindowOpened(W2, Verification, "clerk-2"))
            .When(new OpenWindow(Consultation)).ThenRejected(Rejections.WindowOpenAlready);

    [Fact]
    public void Open_PausedWithAHousehold_OnlyForItsStep()
    {
        var paused = Given(
            new WindowDecider(), "w2",
            Opened with { Window = W2 }, Seated with { Window = W2 }, Arrived with { Window = W2 }, Paused with { Window = W2 });

        paused.When(new OpenWindow(Consultation)).ThenRejected(Rejections.WindowBusy);
        paused.When(new OpenWindow(Verification), actor: "clerk-2").ThenEvents(new WindowOpened(W2, Verification, "clerk-2"));
    }

    [Theory]
    [InlineData(OperationPhase.Suspended, "operation-suspended")]
    [InlineData(OperationPhase.Closed, "operation-closed")]
    public void Open_WhileTheDayDoesNotRun_IsRefused(OperationPhase phase, string code) =>
        Window().In(phase).When(new OpenWindow(null)).ThenRejected(code);

    [Fact]
    public void Open_BeforeTheDay_MakesReady() =>
        Window().In(OperationPhase.Preparing).When(new OpenWindow(null), actor: "clerk-1").ThenEvents(Opened);

    [Fact]
    public void Pause_Open_TakesNoFurtherCalls() => Window(Opened).When(new PauseWindow("午餐")).ThenEvents(Paused);

    [Fact]
    public void Pause_WithAHousehold_LetsItBeServedToTheEnd() =>
        Window(Opened, Seated, Arrived, Started, Paused).When(new CompleteService(null, null)).ThenEvents(Completed);

    [Fact]
    public void Pause_WithoutReason_IsRefused() => Window(Opened).When(new PauseWindow(" ")).ThenRejected("required", "reason");

    [Fact]
    public void Pause_Closed_IsRefused() => Window().When(new PauseWindow("午餐")).ThenRejected(Rejections.WindowClosedNow);

    [Fact]
    public void Pause_Paused_DoesNothing() => Window(Opened, Paused).When(new PauseWindow("午餐")).ThenNothing();

    [Fact]
    public void Close_Free_Closes() => Window(Opened).When(new CloseWindow()).ThenEvents(new WindowClosed(W1, Verification));

    [Fact]
    public void Close_WithATicket_IsRefused() => Window(Opened, Seated).When(new CloseWindow()).ThenRejected(Rejections.WindowBusy);

    [Fact]
    public void Close_Closed_DoesNothing() => Window().When(new CloseWindow()).ThenNothing();

    [Fact]
    public void Command_ToAWindowThatThePlanDoesNotHave_IsRefused() =>
        Given(new WindowDecider(), "w99").When(new OpenWindow(null)).ThenRejected("not-found", "window");
}

using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Tests.Windows;

public sealed class CallTests : WindowTest
{
    [Fact]
    public void CallNext_Free_AsksItsQueue() => Window(Opened).When(new CallNext()).ThenEvents(Asked);

    [Fact]
    public void CallNext_DoubleClick_AsksOnce() => Window(Opened, Asked).When(new CallNext()).ThenNothing();

    [Fact]
    public void CallNext_WithATicket_IsRefused() => Window(Opened, Seated).When(new CallNext()).ThenRejected(Rejections.WindowBusy);

    [Fact]
    public void CallNext_ClosedOrPaused_IsRefused()
    {
        Window().When(new CallNext()).ThenRejected(Rejections.WindowClosedNow);
        Window(Opened, Paused).When(new CallNext()).ThenRejected(Rejections.WindowPausedNow);
    }

    [Fact]
    public void CallTicket_WithReason_AsksForIt() =>
        Window(Opened).When(new CallTicket(T1, "急事")).ThenEvents(new TicketAsked(W1, Verification, T1, "急事", Held: false));

    [Fact]
    public void CallTicket_WithoutReason_IsRefused() =>
        Window(Opened).When(new CallTicket(T1, "")).ThenRejected("required", "reason");

    [Fact]
    public void ResumeHeld_AsksForIt() =>
        Window(Opened).When(new ResumeHeld(T1)).ThenEvents(new TicketAsked(W1, Verification, T1, null, Held: true));

    [Fact]
    public void Declined_IsFreeToAskAgain() =>
        Window(Opened, Asked).When(new DeclineAsk(T1, "ticket-unknown")).ThenEvents(new AskDeclined(W1, Verification, T1, "ticket-unknown"))
            .History.When(new CallNext()).ThenEvents(Asked);

    [Fact]
    public void Declined_NotAsking_DoesNothing() => Window(Opened).When(new DeclineAsk(null, "x")).ThenNothing();

    [Fact]
    public void Seat_Free_HasTheCallTimeoutToAppear() => Window(Opened, Asked).When(Call, At(10, 0)).ThenEvents(Seated);

    [Fact]
    public void Seat_Busy_IsGivenBack()
    {
        var other = new TicketId("verification-002");

        Window(Opened, Seated).When(Call with { Ticket = other })
            .ThenEvents(GivenBack with { Ticket = other });
    }

    [Fact]
    public void Seat_PausedClosedOrServingAnotherStep_IsGivenBack()
    {
        Window().When(Call).ThenEvents(GivenBack);
        Window(Opened, Asked, Paused).When(Call).ThenEvents(GivenBack);
        Window(Opened).When(Call with { Step = Selection }).ThenEvents(GivenBack with { Step = Selection });
    }

    [Fact]
    public void Release_ItsTicketEnded_IsFree() =>
        Window(Opened, Seated).When(new ReleaseWindow(T1)).ThenEvents(Released).History.When(new CallNext()).ThenEvents(Asked);

    [Fact]
    public void Release_AnotherTicket_DoesNothing() =>
        Window(Opened, Seated).When(new ReleaseWindow(new("verification-002"))).ThenNothing();

    [Fact]
    public void Release_TicketEndedOnItsWay_IsFreeToAskAgain() =>
        Window(Opened, Asked).When(new ReleaseWindow(T1)).ThenEvents(new AskDeclined(W1, Verification, T1, "ticket-closed"));
}

using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Tests.Queues;

/// <summary>One ticket, one window. Always.</summary>
public sealed class WindowsTests : QueueTest
{
    [Fact]
    public void CallNext_TwoWindowsAtOnce_GetTwoTickets() =>
        Line(Issued(1), Issued(2)).When(new CallNextTo(W1)).ThenEvents(Called(1, W1))
            .History.When(new CallNextTo(W2)).ThenEvents(Called(2, W2));

    [Fact]
    public void CallNext_DoubleClick_CallsOnce() =>
        Line(Issued(1), Issued(2), Called(1, W1)).When(new CallNextTo(W1)).ThenNothing();

    [Fact]
    public void CallTicket_TwoWindowsAtOnce_TheSecondIsDeclined() =>
        Line(Issued(1), Called(1, W1)).When(new CallTicketTo(W2, T(1), "急事", false))
            .ThenEvents(new CallDeclined(Verification, W2, T(1), "ticket-not-waiting"));

    [Fact]
    public void CallTicket_WindowHasATicket_DoesNothing() =>
        Line(Issued(1), Issued(2), Called(1, W1)).When(new CallTicketTo(W1, T(2), "急事", false)).ThenNothing();

    [Fact]
    public void CallTicket_Unknown_IsDeclined() =>
        Line().When(new CallTicketTo(W1, T(9), "急事", false)).ThenEvents(new CallDeclined(Verification, W1, T(9), "ticket-unknown"));

    [Fact]
    public void CallNext_NobodyWaits_TheWindowGetsTheNextArrival()
    {
        var ready = Line().When(new CallNextTo(W1)).ThenEvents(W1Waits);

        ready.History.When(new CallNextTo(W1)).ThenNothing();
        ready.History.When(new IssueTicket(H(1), null)).ThenEvents(Issued(1), Called(1, W1));
    }

    [Fact]
    public void Issue_TwoWindowsWait_TheLongestWaitingGetsIt() =>
        Line(W2Waits, W1Waits).When(new IssueTicket(H(1), null)).ThenEvents(Issued(1), Called(1, W2));

    [Fact]
    public void CallNext_NobodyWaitsAndThePlanSaysNo_IsDeclined() =>
        Line().With(TestPlans.Small() with { Limits = new() { ReadyWindowGetsNextArrival = false } })
            .When(new CallNextTo(W1)).ThenEvents(new CallDeclined(Verification, W1, null, "ticket-not-waiting"));

    [Fact]
    public void Withdraw_WaitingWindow_GetsNobody() =>
        Line(W1Waits).When(new WithdrawWindow(W1)).ThenEvents(new WindowWithdrawn(Verification, W1))
            .History.When(new IssueTicket(H(1), null)).ThenEvents(Issued(1));

    [Fact]
    public void Withdraw_NotWaiting_DoesNothing() => Line().When(new WithdrawWindow(W1)).ThenNothing();

    [Fact]
    public void Return_TheWindowCouldNotTakeIt_WaitsAtItsOldPlace() =>
        Assert.Equal(
            ["V001", "V002"],
            NumbersOf(Line(Issued(1), Issued(2), Called(1, W1)).When(new ReturnTicket(T(1), W1))
                .ThenEvents(new TicketReturned(T(1), Verification, H(1), W1)).History));

    [Fact]
    public void Return_AnotherWindowWaits_GoesThere() =>
        Line(Issued(1), Called(1, W1), W2Waits).When(new ReturnTicket(T(1), W1))
            .ThenEvents(new TicketReturned(T(1), Verification, H(1), W1), Called(1, W2));

    [Theory]
    [InlineData(OperationPhase.Suspended)]
    [InlineData(OperationPhase.Closed)]
    [InlineData(OperationPhase.Preparing)]
    public void Call_WhileTheDayDoesNotRun_IsDeclined(OperationPhase phase)
    {
        var line = Line(Issued(1), Held(1, W1)).In(phase);

        line.When(new CallNextTo(W1)).ThenEvents(new CallDeclined(Verification, W1, null, "operation-not-open"));
        line.When(new CallTicketTo(W1, T(1), null, true)).ThenEvents(new CallDeclined(Verification, W1, T(1), "operation-not-open"));
    }

    [Fact]
    public void Issue_WhileSuspended_WaitsAndIsNotCalled() =>
        Line(W1Waits).In(OperationPhase.Suspended).When(new IssueTicket(H(1), null)).ThenEvents(Issued(1));

    [Fact]
    public void Call_WhileClosing_ServesWhoIsInLine() =>
        Line(Issued(1)).In(OperationPhase.Closing).When(new CallNextTo(W1)).ThenEvents(Called(1, W1));

    [Fact]
    public void Complete_AtTheWindow_EndsTheTicket() =>
        Line(Issued(1), Called(1, W1)).When(new CompleteTicket(T(1), W1)).ThenEvents(new TicketCompleted(T(1), Verification, H(1), W1));

    [Fact]
    public void Complete_NotAtThisWindow_IsRefused() =>
        Line(Issued(1), Called(1, W1)).When(new CompleteTicket(T(1), W2)).ThenRejected(Rejections.TicketNotCalled);

    [Fact]
    public void End_AtAWindow_SaysWhere() =>
        Line(Issued(1), Called(1, W1)).When(new EndTicket(T(1), "弃号")).ThenEvents(new TicketEnded(T(1), Verification, H(1), W1, "弃号"));

    [Fact]
    public void End_Ended_DoesNothing() =>
        Line(Issued(1), new TicketEnded(T(1), Verification, H(1), null, "弃号")).When(new EndTicket(T(1), "弃号")).ThenNothing();

    [Fact]
    public void End_Unknown_IsRefused() => Line().When(new EndTicket(T(1), "弃号")).ThenRejected(Rejections.TicketUnknown, "ticket");
}

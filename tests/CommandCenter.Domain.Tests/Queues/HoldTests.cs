using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Tests.Queues;

public sealed class HoldTests : QueueTest
{
    [Fact]
    public void Hold_AtTheWindow_IsNotCalledUntilTakenUp()
    {
        var held = Line(Issued(1), Called(1, W1)).When(new HoldTicket(T(1), W1, "缺材料")).ThenEvents(Held(1, W1));

        Assert.Empty(NumbersOf(held.History));
        held.History.When(new CallTicketTo(W2, T(1), null, Held: true)).ThenEvents(Called(1, W2, CallKind.Resumed));
    }

    [Fact]
    public void Hold_NotAtThisWindow_IsRefused()
    {
        Line(Issued(1)).When(new HoldTicket(T(1), W1, "缺材料")).ThenRejected(Rejections.TicketNotCalled);
        Line(Issued(1), Called(1, W1)).When(new HoldTicket(T(1), W2, "缺材料")).ThenRejected(Rejections.TicketNotCalled);
    }

    [Fact]
    public void Hold_Twice_DoesNothing() =>
        Line(Issued(1), Called(1, W1), Held(1, W1)).When(new HoldTicket(T(1), W1, "缺材料")).ThenNothing();

    [Fact]
    public void TakeUp_NotHeld_IsDeclined() =>
        Line(Issued(1)).When(new CallTicketTo(W1, T(1), null, Held: true))
            .ThenEvents(new CallDeclined(Verification, W1, T(1), "ticket-not-held"));

    [Fact]
    public void Aside_Waiting_LeavesTheLineForASideStep()
    {
        var aside = Line(Issued(1), Issued(2)).When(new PutTicketAside(T(1), null, "缺材料")).ThenEvents(Held(1, null));

        Assert.Equal(["V002"], NumbersOf(aside.History));
        aside.History.When(new CallTicketTo(W1, T(1), null, Held: true))
            .ThenEvents(new CallDeclined(Verification, W1, T(1), "ticket-not-held"));
    }

    [Fact]
    public void Aside_TransferredFromItsWindow_CannotBeTakenUpMeanwhile() =>
        Line(Issued(1), Called(1, W1)).When(new PutTicketAside(T(1), W1, "缺材料")).ThenEvents(Held(1, null))
            .History.When(new CallTicketTo(W2, T(1), null, Held: true))
            .ThenEvents(new CallDeclined(Verification, W2, T(1), "ticket-not-held"));

    [Fact]
    public void Aside_HeldAtAWindow_GoesWithItsHousehold() =>
        Line(Issued(1), Called(1, W1), Held(1, W1)).When(new PutTicketAside(T(1), null, "缺材料")).ThenEvents(Held(1, null));

    [Fact]
    public void Aside_CalledMeanwhile_IsRefused() =>
        Line(Issued(1), Called(1, W1)).When(new PutTicketAside(T(1), null, "缺材料")).ThenRejected(Rejections.TicketNotWaiting);

    [Fact]
    public void Aside_Twice_DoesNothing() =>
        Line(Issued(1), Held(1, null)).When(new PutTicketAside(T(1), null, "缺材料")).ThenNothing();

    [Fact]
    public void Resume_Aside_WaitsAtItsOldPlace()
    {
        var back = Line(Issued(1), Issued(2), Held(1, null)).When(new ResumeTicket(T(1)))
            .ThenEvents(new TicketResumed(T(1), Verification, H(1)));

        Assert.Equal(["V001", "V002"], NumbersOf(back.History));
    }

    [Fact]
    public void Resume_AWindowWaits_IsCalledThere() =>
        Line(Issued(1), Held(1, null), W1Waits).When(new ResumeTicket(T(1)))
            .ThenEvents(new TicketResumed(T(1), Verification, H(1)), Called(1, W1));

    [Fact]
    public void Resume_NotAside_IsRefused() => Line(Issued(1)).When(new ResumeTicket(T(1))).ThenRejected(Rejections.TicketNotHeld);
}

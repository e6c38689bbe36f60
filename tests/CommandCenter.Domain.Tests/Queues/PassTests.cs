using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Tests.Queues;

/// <summary>A passed ticket comes back behind five others; the third pass is for the end of the day.</summary>
public sealed class PassTests : QueueTest
{
    [Fact]
    public void Pass_AtTheWindow_WaitsForTheHouseholdToReportBack()
    {
        var passed = Line(Issued(1), Called(1, W1)).When(new PassTicket(T(1), W1)).ThenEvents(Passed(1));

        Assert.Empty(NumbersOf(passed.History));
    }

    [Fact]
    public void Pass_NotAtThisWindow_IsRefused()
    {
        Line(Issued(1)).When(new PassTicket(T(1), W1)).ThenRejected(Rejections.TicketNotCalled);
        Line(Issued(1), Called(1, W1)).When(new PassTicket(T(1), W2)).ThenRejected(Rejections.TicketNotCalled);
    }

    [Fact]
    public void Requeue_ReturnsAfterFiveMoreCalls()
    {
        var line = Line([.. Issued(1..8), Called(1, W1), Passed(1)]);

        var back = line.When(new RequeueTicket(T(1))).ThenEvents(Requeued(1, afterCalls: 6));

        Assert.Equal(["V002", "V003", "V004", "V005", "V006", "V001", "V007", "V008"], NumbersOf(back.History));
    }

    [Fact]
    public void Requeue_NobodyElseWaits_IsCalledAtOnce() =>
        Line(Issued(1), Called(1, W1), Passed(1), W1Waits).When(new RequeueTicket(T(1))).ThenEvents(Requeued(1, 6), Called(1, W1));

    [Fact]
    public void Requeue_NotPassed_IsRefused() => Line(Issued(1)).When(new RequeueTicket(T(1))).ThenRejected(Rejections.NotPassed);

    [Fact]
    public void Pass_TheThird_IsForTheEndOfTheDay()
    {
        var twice = Line([.. Issued(1..3), Called(1, W1), Passed(1), Requeued(1, 6), Called(1, W1), Passed(1, 2), Requeued(1, 7), Called(1, W1)]);

        var third = twice.When(new PassTicket(T(1), W1)).ThenEvents(Passed(1, 3, endOfDay: true));

        var back = third.History.When(new RequeueTicket(T(1))).ThenEvents(Requeued(1, 0))
            .History.When(new IssueTicket(H(4), null)).History;
        Assert.Equal(["V002", "V003", "V004", "V001"], NumbersOf(back));
    }

    [Fact]
    public void Call_EndOfDay_ComesAfterAPassedOneThatWaitsForItsCalls()
    {
        var line = Line(Issued(1), Issued(2), Called(1, W1), Passed(1, 3, true), Requeued(1, 0), Called(2, W1), Passed(2), Requeued(2, 7));

        Assert.Equal(["V002", "V001"], NumbersOf(line));
    }

    [Fact]
    public void Requeue_InSelection_KeepsItsRankAmongThoseWaiting()
    {
        var line = Ranked(
            Chooser(1, 1), Chooser(2, 2), Chooser(3, 3),
            new TicketCalled(S(3), "S003", Selection, H(3), W1, CallKind.InOrder, null, null, Now), new TicketPassed(S(3), Selection, H(3), 1, false));

        var back = line.When(new RequeueTicket(S(3))).ThenEvents(new TicketRequeued(S(3), Selection, H(3), 0));

        Assert.Equal(["S003", "S001", "S002"], NumbersOf(back.History));
    }

    [Fact]
    public void Rank_TicketThatCameBackBefore_KeepsItsDrawRankFromHereOn()
    {
        var line = Given(
            new TicketQueueDecider(), "selection",
            Chooser(1, 3) with { Rank = null }, Chooser(2, 1) with { Rank = null },
            new TicketPassed(S(1), Selection, H(3), 1, false), new TicketRequeued(S(1), Selection, H(3), 5), new QueueRanked(Selection, [H(3), H(1)]));

        Assert.Equal(["S001", "S002"], CallAll(line).Select(static c => c.Ticket));
    }

    [Fact]
    public void Requeue_InSelectionAfterTheThirdPass_IsLastByRank()
    {
        var line = Ranked(
            Chooser(1, 1), Chooser(2, 2), Chooser(3, 3),
            new TicketPassed(S(2), Selection, H(2), 3, true), new TicketRequeued(S(2), Selection, H(2), 0),
            new TicketPassed(S(3), Selection, H(3), 3, true), new TicketRequeued(S(3), Selection, H(3), 0));

        Assert.Equal(["S001", "S003", "S002"], NumbersOf(line));
    }

    [Fact]
    public void ThePlansOwnLimits_AreKept()
    {
        var line = Line([.. Issued(1..4), Called(1, W1)])
            .With(TestPlans.Small() with { Limits = new() { PassBack = 1, PassesToEndOfDay = 2 } });

        var back = line.When(new PassTicket(T(1), W1)).History.When(new RequeueTicket(T(1))).ThenEvents(Requeued(1, 2)).History;
        Assert.Equal(["V002", "V001", "V003", "V004"], NumbersOf(back));
        back.When(new CallTicketTo(W1, T(1), "急事", false)).History.When(new PassTicket(T(1), W1)).ThenEvents(Passed(1, 2, endOfDay: true));
    }
}

using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Domain.Tests.Queues;

public sealed class OrderTests : QueueTest
{
    [Fact]
    public void Issue_NumbersFollowEachOther() =>
        Line().When(new IssueTicket(H(1), null)).ThenEvents(Issued(1))
            .History.When(new IssueTicket(H(2), PriorityReason.Pregnant)).ThenEvents(Issued(2, PriorityReason.Pregnant));

    [Fact]
    public void Issue_OpenTicket_IsRefused() => Line(Issued(1)).When(new IssueTicket(H(1), null)).ThenRejected(Rejections.TicketExists);

    [Fact]
    public void Issue_AfterTheLastOneEnded_GetsANewTicket() =>
        Line(Issued(1), new TicketEnded(T(1), Verification, H(1), null, "x")).When(new IssueTicket(H(1), null))
            .ThenEvents(Issued(2) with { Household = H(1) });

    [Fact]
    public void Call_ByArrival() =>
        Assert.Equal(["V001", "V002", "V003"], NumbersOf(Line(Issued(1..3))));

    [Fact]
    public void Call_InSelection_StrictlyByDrawOrder() =>
        Assert.Equal(["S003", "S001", "S002"], NumbersOf(Ranked(Chooser(1, 1), Chooser(2, 2), Chooser(3, 3))));

    [Fact]
    public void Call_InSelection_PriorityDoesNotCount() =>
        Assert.All(CallAll(Ranked(Chooser(1, 2, PriorityReason.Aged70), Chooser(2, 3))), static c => Assert.Equal(CallKind.InOrder, c.Kind));

    [Fact]
    public void Issue_InSelectionOutsideTheDrawOrder_IsRefused() =>
        Ranked().When(new IssueTicket(H(9), null)).ThenRejected(Rejections.NotRanked, "household");

    [Fact]
    public void Call_InSelectionBeforeTheOrder_WaitsForIt()
    {
        var (w3, w4) = (new WindowId("w3"), new WindowId("w4"));
        var line = Given(
            new TicketQueueDecider(), "selection",
            Chooser(1, 1) with { Rank = null }, Chooser(2, 2) with { Rank = null }, new WindowWaiting(Selection, w4));

        var waiting = line.When(new CallNextTo(w3)).ThenEvents(new WindowWaiting(Selection, w3));

        var published = waiting.History.When(new RankQueue([H(3), H(2), H(1)])).Decision.Events;
        Assert.Equal(
            [("h2", w4), ("h1", w3)],
            published.OfType<TicketCalled>().Select(static c => (c.Household.Value, c.Window)));
    }

    [Fact]
    public void Rank_TicketsIssuedBefore_GetTheirPlace() =>
        Assert.Equal(
            ["S002", "S001"],
            NumbersOf(Given(
                new TicketQueueDecider(), "selection",
                Chooser(1, 1) with { Rank = null }, Chooser(2, 3) with { Rank = null }, new QueueRanked(Selection, [H(3), H(1)]))));

    [Fact]
    public void Rank_HouseholdWithAnEndedTicket_KeepsItsOpenOne() =>
        Given(
                new TicketQueueDecider(), "selection",
                Chooser(1, 1) with { Rank = null }, new TicketEnded(S(1), Selection, H(1), null, "x"), Chooser(2, 1) with { Rank = null },
                new QueueRanked(Selection, [H(1)]))
            .When(new IssueTicket(H(1), null)).ThenRejected(Rejections.TicketExists);

    [Fact]
    public void Rank_Twice_IsRefused() => Ranked().When(new RankQueue([H(1)])).ThenRejected(Rejections.RankedAlready);

    [Fact]
    public void Rank_ListWithARepetition_IsRefused() =>
        Given(new TicketQueueDecider(), "selection").When(new RankQueue([H(1), H(1)])).ThenRejected("duplicate", "order");

    [Fact]
    public void CallTicket_OutOfOrder_IsListedWithItsReason() =>
        Line(Issued(1..3)).When(new CallTicketTo(W1, T(3), "急事", Held: false))
            .ThenEvents(Called(3, W1, CallKind.OutOfOrder, reason: "急事"));

    [Fact]
    public void CallTicket_OutOfOrderWithoutReason_IsRefused() =>
        Line(Issued(1..3)).When(new CallTicketTo(W1, T(3), null, Held: false)).ThenRejected("required", "reason");

    [Fact]
    public void Command_ToALineThatThePlanDoesNotHave_IsRefused() =>
        Given(new TicketQueueDecider(), "cooking").When(new IssueTicket(H(1), null)).ThenRejected("not-found", "step");
}

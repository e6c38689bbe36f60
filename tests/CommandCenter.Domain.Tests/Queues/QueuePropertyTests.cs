using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.TestKit.Halls;

namespace CommandCenter.Domain.Tests.Queues;

/// <summary>Lines under random commands; who is called when is kept by the <see cref="LineLedger"/>.</summary>
public sealed class QueuePropertyTests
{
    private static readonly HouseholdId[] Households = [.. Enumerable.Range(1, 6).Select(static n => new HouseholdId($"h{n}"))];
    private static readonly WindowId[] Windows = [new("w1"), new("w2")];

    private static IEnumerable<ICommand> Commands(string step) =>
    [
        .. Households.Select((h, i) => new IssueTicket(h, i % 2 == 0 ? PriorityReason.WithInfant : null)),
        .. Windows.SelectMany(static IEnumerable<ICommand> (w) => [new CallNextTo(w), new CallNextTo(w), new WithdrawWindow(w)]),
        .. Enumerable.Range(1, 8).Select(n => new TicketId($"{step}-{n:000}")).SelectMany(static IEnumerable<ICommand> (t) =>
        [
            new RequeueTicket(t), new ResumeTicket(t), new EndTicket(t, "弃号"), new PutTicketAside(t, null, "问政策"),
            .. Windows.SelectMany(IEnumerable<ICommand> (w) =>
            [
                new CallTicketTo(w, t, "急事", false), new CallTicketTo(w, t, null, true), new ReturnTicket(t, w), new PassTicket(t, w),
                new PassTicket(t, w), new HoldTicket(t, w, "缺材料"), new PutTicketAside(t, w, "问政策"), new CompleteTicket(t, w),
            ]),
        ]),
        new RankQueue([.. Households.Reverse()]),
    ];

    [Theory]
    [InlineData("verification")]
    [InlineData("selection")]
    public void AnyHistory_OneTicketOneWindow_AndEverybodyInTurn(string step)
    {
        LineLedger? ledger = null;
        new RandomHistory(new TicketQueueDecider(), step, OperationMode.Live, [.. Commands(step)]).Check<TicketQueueState>((before, e, after) =>
        {
            // Each history begins with an empty line.
            ledger = before.Tickets.IsEmpty || ledger is null ? new(TestPlans.Small().Limits.PriorityEvery) : ledger;
            ledger.Apply(e);
            CheckIndexes(after);
        });
    }

    private static void CheckIndexes(TicketQueueState state)
    {
        var open = state.Tickets.Values.Where(static t => t.Place != TicketPlace.Closed).ToList();
        var at = open.Where(static t => t.Place == TicketPlace.AtWindow).ToDictionary(static t => t.Window!.Value, static t => t.Id);
        Assert.Equal(at.ToHashSet(), state.AtWindows.ToHashSet());
        Assert.Equal(open.ToDictionary(static t => t.Household, static t => t.Id).ToHashSet(), state.Open.ToHashSet());
        Assert.Equal(
            open.Where(static t => t.Place == TicketPlace.Waiting).Select(static t => t.Id).ToHashSet(),
            state.Waiting.Select(static p => p.Ticket).ToHashSet());
        Assert.Equal(state.Windows.Count, state.Windows.Distinct().Count());
        Assert.Empty(state.Windows.Where(state.AtWindows.ContainsKey));
    }
}

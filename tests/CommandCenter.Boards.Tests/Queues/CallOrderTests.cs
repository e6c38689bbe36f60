using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.Boards.Tests.Queues;

public sealed class CallOrderTests
{
    [Theory]
    [MemberData(nameof(RandomDay.Seeds), MemberType = typeof(RandomDay))]
    public async Task FirstWaiting_IsTheOneThatTheQueueCallsNext(int seed)
    {
        var boards = new BoardSet();
        var calls = 0;
        foreach (var entry in await RandomDay.OfAsync(seed))
        {
            if (entry.Event is TicketCalled { Kind: CallKind.InOrder or CallKind.Priority } call)
            {
                calls++;
                Assert.True(call.Ticket == Waiting(boards, call.Step)[0], $"seed {seed}, entry {entry.Sequence}");
            }

            boards.Apply(entry);
        }

        Assert.True(calls > 20, $"seed {seed} has only {calls} calls");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void WholeLine_StandsAsTheDeciderWouldCallIt(int seed)
    {
        var random = new Random(seed);
        var boards = Story.Founded(60);
        var decider = new TicketQueueDecider();
        var ranked = seed % 2 == 0;
        var step = ranked ? "selection" : "verification";
        var state = decider.Initial(step);
        if (ranked)
        {
            Tell(new QueueRanked(new(step), [.. Enumerable.Range(1, 60).OrderBy(_ => random.Next()).Select(Line.H)]));
        }

        for (var n = 1; n <= 60; n++)
        {
            var priority = random.Next(4) == 0 ? PriorityReason.Disabled : (PriorityReason?)null;
            int? rank = ranked ? state.Ranks[Line.H(n)] : null;
            Tell(SmallHall.At(9, n / 2).Issue(step, n, n, priority, rank));
            if (random.Next(3) == 0 && state.Next(SmallHall.Plan.Limits.PriorityEvery) is { } next)
            {
                CallAndPass(next);
            }

            Assert.Equal(Predicted(decider, state), Waiting(boards.Boards, new(step)));
        }

        void Tell(Domain.IEvent e)
        {
            boards.Tell(e);
            state = decider.Evolve(state, e);
        }

        // Called and passed, and back after some calls; every fifth for the third time, so that it comes last.
        void CallAndPass((Ticket Ticket, CallKind Kind) next)
        {
            var t = next.Ticket;
            Tell(new TicketCalled(t.Id, t.Number, new(step), t.Household, Line.W(1), next.Kind, t.Priority, null, t.IssuedAt));
            Tell(new TicketPassed(t.Id, new(step), t.Household, 1, random.Next(5) == 0));
            if (random.Next(2) == 0)
            {
                Tell(new TicketRequeued(t.Id, new(step), t.Household, random.Next(3) == 0 ? 0 : state.Calls + 5));
            }
        }
    }

    private static List<TicketId> Waiting(BoardSet boards, StepId step) =>
    [
        .. ((QueueBoard)boards.Read(TopicNames.Of(step))!.Data).Tickets
            .Where(static t => t.Standing == TicketStanding.Waiting)
            .Select(static t => t.Ticket),
    ];

    private static List<TicketId> Predicted(TicketQueueDecider decider, TicketQueueState state)
    {
        var order = new List<TicketId>();
        while (state.Next(SmallHall.Plan.Limits.PriorityEvery) is { } next)
        {
            var t = next.Ticket;
            order.Add(t.Id);
            state = decider.Evolve(
                state, new TicketCalled(t.Id, t.Number, state.Step, t.Household, new($"w{order.Count}"), next.Kind, t.Priority, null, t.IssuedAt));
        }

        return order;
    }
}

using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Queues;

/// <summary>Keeps the facts of tickets and queues. What comes for a ticket that has ended is late news and changes nothing.</summary>
internal sealed class TicketFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on)
    {
        on.On<QueueRanked>((e, _) => Rank(e));
        on.On<TicketIssued>(Issue);
        on.On<TicketCalled>(Call);
        on.On<TicketReturned>((e, _) => Change(e.Step, e.Ticket, static t => Place(t, TicketStanding.Waiting)));
        on.On<TicketPassed>(Pass);
        on.On<TicketRequeued>((e, _) => Requeue(e));
        on.On<TicketHeld>((e, _) => Hold(e));
        on.On<TicketResumed>((e, _) => Change(e.Step, e.Ticket, static t => Place(t, TicketStanding.Waiting)));
        on.On<TicketCompleted>((e, _) => End(e.Step, e.Ticket));
        on.On<TicketEnded>((e, _) => End(e.Step, e.Ticket));
        on.On<ServiceStarted>((e, _) => Start(e));
        on.On<ServiceCompleted>(Complete);
    }

    private static void Place(TicketFacts ticket, TicketStanding standing)
    {
        ticket.Standing = standing;
        ticket.Window = null;
        ticket.HoldReason = null;
    }

    private void Rank(QueueRanked e)
    {
        var queue = day.Queues[e.Step];
        for (var i = 0; i < e.Order.Length; i++)
        {
            queue.Ranks[e.Order[i]] = i + 1;
        }

        foreach (var ticket in queue.Open.Values)
        {
            // As the queue decides: who came back before the ranking keeps its rank, and no calls go before it.
            (ticket.Rank, ticket.AfterCalls) = (queue.Ranks.TryGetValue(ticket.Household.Id, out var rank) ? rank : null, 0);
        }

        queue.Reorder();
    }

    private void Issue(TicketIssued e, JournalEntry entry)
    {
        var queue = day.Queues[e.Step];
        var household = day.Households[e.Household];
        var ticket = new TicketFacts(e.Ticket, queue, household)
        {
            Number = e.Number,
            Priority = e.Priority,
            Rank = e.Rank,
            Issued = entry.Sequence,
            IssuedAt = e.IssuedAt,
        };
        queue.Open[e.Ticket] = ticket;
        household.Tickets.Add(ticket);
        queue.Reorder();
    }

    private void Call(TicketCalled e, JournalEntry entry)
    {
        var queue = day.Queues[e.Step];
        queue.Calls.Add(new(
            entry.Sequence, e.Ticket, e.Number, day.Households[e.Household].Number, e.Window, entry.At, e.Kind, e.Priority, e.Reason,
            day.Windows[e.Window].Clerk));
        if (e.Kind == CallKind.Priority)
        {
            queue.LastPriorityCall = queue.Calls.Count;
        }

        Change(e.Step, e.Ticket, t =>
        {
            Place(t, TicketStanding.Called);
            t.Window = e.Window;
            if (t.Rank > (queue.RankCalled ?? 0))
            {
                queue.RankCalled = t.Rank;
            }
        });
    }

    private void Pass(TicketPassed e, JournalEntry entry)
    {
        day.Queues[e.Step].Passes++;
        Change(e.Step, e.Ticket, t =>
        {
            Place(t, TicketStanding.Passed);
            t.Passes = e.Count;
            t.PassedAt = entry.At;
            t.EndOfDay = e.EndOfDay;
        });
    }

    private void Requeue(TicketRequeued e) => Change(e.Step, e.Ticket, t =>
    {
        Place(t, TicketStanding.Waiting);
        t.AfterCalls = e.AfterCalls;
    });

    private void Hold(TicketHeld e) => Change(e.Step, e.Ticket, t =>
    {
        Place(t, TicketStanding.Held);
        t.HoldReason = e.Reason;
    });

    private void Start(ServiceStarted e) => Change(e.Step, e.Ticket, t =>
    {
        t.Standing = TicketStanding.InService;
        if (day.Windows[e.Window].Seat is { } seat)
        {
            t.Queue.Approaches.Add(e.StartedAt - seat.CalledAt);
        }

        if (t.StartedAt is not null)
        {
            return;
        }

        var wait = e.StartedAt - t.IssuedAt;
        t.StartedAt = e.StartedAt;
        t.Queue.Waits.Add(wait);
        if (t.Queue.Plan is { } plan && wait <= plan.WaitTarget)
        {
            t.Queue.WithinTarget++;
        }
    });

    private void Complete(ServiceCompleted e, JournalEntry entry)
    {
        var queue = day.Queues[e.Step];
        queue.Served++;
        queue.Services.Add(entry.At - e.StartedAt);
    }

    private void End(StepId step, TicketId id)
    {
        var queue = day.Queues[step];
        if (!queue.Open.Remove(id, out var ticket))
        {
            return;
        }

        ticket.Household.Tickets.Remove(ticket);
        queue.Reorder();
    }

    private void Change(StepId step, TicketId id, Action<TicketFacts> change)
    {
        var queue = day.Queues[step];
        if (!queue.Open.TryGetValue(id, out var ticket))
        {
            return;
        }

        change(ticket);
        queue.Reorder();
    }
}

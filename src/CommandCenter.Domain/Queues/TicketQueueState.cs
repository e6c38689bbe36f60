using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Queues;

/// <summary>The line of one step: who waits, who was called where.</summary>
/// <param name="Step">The step.</param>
/// <param name="Ranks">The draw order, from 1; empty where the queue has none.</param>
/// <param name="Tickets">All tickets ever issued.</param>
/// <param name="Waiting">Places of the waiting tickets, in order.</param>
/// <param name="Windows">Windows that asked while nobody could be called, in the order in which they asked.</param>
/// <param name="AtWindows">The ticket at each window.</param>
/// <param name="Open">The open ticket of each household.</param>
/// <param name="Calls">Calls so far.</param>
/// <param name="LastPriorityCall">The number of the last call with priority.</param>
public sealed record TicketQueueState(
    StepId Step,
    ImmutableDictionary<HouseholdId, int> Ranks,
    ImmutableDictionary<TicketId, Ticket> Tickets,
    ImmutableSortedSet<LinePlace> Waiting,
    ImmutableList<WindowId> Windows,
    ImmutableDictionary<WindowId, TicketId> AtWindows,
    ImmutableDictionary<HouseholdId, TicketId> Open,
    int Calls,
    int? LastPriorityCall)
{
    /// <summary>An empty line.</summary>
    public static TicketQueueState Empty(StepId step) => new(
        step,
        ImmutableDictionary<HouseholdId, int>.Empty,
        ImmutableDictionary<TicketId, Ticket>.Empty,
        [],
        [],
        ImmutableDictionary<WindowId, TicketId>.Empty,
        ImmutableDictionary<HouseholdId, TicketId>.Empty,
        0,
        null);

    /// <summary>The ticket with this id, or null.</summary>
    public Ticket? Find(TicketId id) => Tickets.GetValueOrDefault(id);

    /// <summary>
    /// Who is called next, and why: the first in line that may be called; a ticket with priority before it, but at most
    /// one such call in <paramref name="priorityEvery"/>, and never where a draw order rules. Passed tickets that came
    /// back wait for their number of calls, unless nobody else is there but those at the end of the day. Null when nobody waits.
    /// </summary>
    public (Ticket Ticket, CallKind Kind)? Next(int priorityEvery)
    {
        if (Waiting.IsEmpty)
        {
            return null;
        }

        if (First(static _ => true) is not { } first)
        {
            return (Tickets[Waiting.Min.Ticket], CallKind.InOrder);
        }

        var mayPrefer = Ranks.IsEmpty && first.Priority is null
            && (LastPriorityCall is not { } last || Calls + 1 - last >= priorityEvery);
        return mayPrefer && First(static t => t.Priority is not null) is { } preferred
            ? (preferred, CallKind.Priority)
            : (first, CallKind.InOrder);
    }

    // In line, before the end of the day, with its number of calls behind it.
    private Ticket? First(Func<Ticket, bool> wanted)
    {
        foreach (var place in Waiting)
        {
            var ticket = Tickets[place.Ticket];
            if (ticket.EndOfDay)
            {
                break;
            }

            if (ticket.AfterCalls <= Calls && wanted(ticket))
            {
                return ticket;
            }
        }

        return null;
    }

    /// <summary>The state with a ticket changed, and with all indexes following it.</summary>
    internal TicketQueueState With(Ticket ticket)
    {
        var before = Find(ticket.Id);
        var waiting = before is { Place: TicketPlace.Waiting } ? Waiting.Remove(before.Line) : Waiting;
        var atWindows = before?.Window is { } left ? AtWindows.Remove(left) : AtWindows;
        return this with
        {
            Tickets = Tickets.SetItem(ticket.Id, ticket),
            Waiting = ticket.Place == TicketPlace.Waiting ? waiting.Add(ticket.Line) : waiting,
            AtWindows = ticket.Window is { } window ? atWindows.SetItem(window, ticket.Id) : atWindows,
            Open = ticket.Place == TicketPlace.Closed ? Open.Remove(ticket.Household) : Open.SetItem(ticket.Household, ticket.Id),
        };
    }
}

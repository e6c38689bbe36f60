using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Queues;

namespace CommandCenter.TestKit.Halls;

/// <summary>
/// Who waits in which line, by an account of its own: whoever is called waits there; priority at most once in so many calls;
/// the end of the day after everyone else; where a draw order rules, nobody in order before a better rank.
/// </summary>
/// <param name="priorityEvery">At most one priority call in so many.</param>
public sealed class LineLedger(int priorityEvery)
{
    private readonly Dictionary<TicketId, Place> _places = [];
    private readonly Dictionary<StepId, (int Count, int LastPriority)> _calls = [];

    /// <exception cref="InvariantBrokenException">The event must not have happened.</exception>
    public void Apply(IEvent @event)
    {
        switch (@event)
        {
            case QueueRanked e: Rank(e); break;
            case TicketIssued e: _places.Add(e.Ticket, new(e.Step, e.Household, e.Rank)); break;
            case TicketCalled e: Call(e); break;
            case TicketReturned e: Put(e.Ticket, Stand.Waiting); break;
            case TicketPassed e:
                _places[e.Ticket] = _places[e.Ticket] with { EndOfDay = e.EndOfDay };
                Put(e.Ticket, Stand.Passed);
                break;
            case TicketRequeued e: Put(e.Ticket, Stand.Waiting); break;
            case TicketHeld e: Put(e.Ticket, Stand.Held); break;
            case TicketResumed e: Put(e.Ticket, Stand.Waiting); break;
            case TicketCompleted e: Put(e.Ticket, Stand.Gone); break;
            case TicketEnded e: Put(e.Ticket, Stand.Gone); break;
            default: break;
        }
    }

    private void Rank(QueueRanked e)
    {
        foreach (var (ticket, place) in _places.Where(p => p.Value.Step == e.Step).ToList())
        {
            var rank = e.Order.IndexOf(place.Household);
            _places[ticket] = place with { Rank = rank < 0 ? null : rank + 1 };
        }
    }

    private void Put(TicketId ticket, Stand stand)
    {
        Invariant.Demand(_places[ticket].Stand != Stand.Gone, () => $"{ticket} has ended, and is {stand}");
        _places[ticket] = _places[ticket] with { Stand = stand };
    }

    private void Call(TicketCalled e)
    {
        var (count, last) = _calls.GetValueOrDefault(e.Step);
        count++;
        CheckTurn(e, _places[e.Ticket]);
        if (e.Kind == CallKind.Priority)
        {
            Invariant.Demand(last == 0 || count - last >= priorityEvery, () => $"{e.Step}: priority at calls {last} and {count}");
        }

        _calls[e.Step] = (count, e.Kind == CallKind.Priority ? count : last);
        Put(e.Ticket, Stand.AtWindow);
    }

    private void CheckTurn(TicketCalled e, Place called)
    {
        Invariant.Demand(
            called.Stand == (e.Kind == CallKind.Resumed ? Stand.Held : Stand.Waiting), () => $"{e.Ticket} was called, but is {called.Stand}");
        Invariant.Demand(e.Kind != CallKind.Priority || called.Rank is null, () => $"{e.Ticket} was preferred to the draw order");
        if (e.Kind != CallKind.InOrder)
        {
            return;
        }

        foreach (var (other, place) in _places.Where(p => p.Value.Step == e.Step && p.Value.Stand == Stand.Waiting))
        {
            Invariant.Demand(!called.EndOfDay || place.EndOfDay, () => $"{e.Ticket} is for the end of the day, but {other} waits");
            Invariant.Demand(
                called.Rank is null || called.Rank <= place.Rank || place.EndOfDay != called.EndOfDay, () => $"{e.Ticket} was called before {other}");
        }
    }

    private enum Stand
    {
        Waiting,
        AtWindow,
        Passed,
        Held,
        Gone,
    }

    private sealed record Place(StepId Step, HouseholdId Household, int? Rank, Stand Stand = Stand.Waiting, bool EndOfDay = false);
}

using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.TestKit.Halls;

/// <summary>
/// What must hold after every single event, in the order of the journal, kept by accounts of its own rather than by the
/// deciders' states: no flat to two households, no ticket and no household at two windows, no window with two tickets;
/// and what <see cref="LineLedger"/> and <see cref="JourneyLedger"/> keep.
/// </summary>
public sealed class Ledger(Plan plan)
{
    private readonly Dictionary<UnitId, HouseholdId> _owners = [];
    private readonly Dictionary<WindowId, (TicketId Ticket, HouseholdId Household)> _seats = [];
    private readonly LineLedger _lines = new(plan.Limits.PriorityEvery);
    private readonly JourneyLedger _journeys = new(plan);

    /// <exception cref="InvariantBrokenException">The event must not have happened.</exception>
    public void Apply(IEvent @event)
    {
        switch (@event)
        {
            case UnitConfirmed e: Confirm(e); break;
            case UnitReversed e: Invariant.Demand(_owners.Remove(e.Unit), () => $"{e.Unit} was reversed, but nobody had it"); break;
            case TicketSeated e: Seat(e); break;
            case ServiceCompleted e: Leave(e.Window, e.Ticket); break;
            case NoShow e: Leave(e.Window, e.Ticket); break;
            case TicketSetAside e: Leave(e.Window, e.Ticket); break;
            case TicketTransferred e: Leave(e.Window, e.Ticket); break;
            case WindowReleased e: Leave(e.Window, e.Ticket); break;
            default: break;
        }

        _lines.Apply(@event);
        _journeys.Apply(@event);
    }

    private void Confirm(UnitConfirmed e) =>
        Invariant.Demand(_owners.TryAdd(e.Unit.Id, e.Household), () => $"{e.Unit.Id} went to {e.Household}, but it is {_owners[e.Unit.Id]}'s");

    private void Seat(TicketSeated e)
    {
        foreach (var (window, seat) in _seats)
        {
            Invariant.Demand(window != e.Window, () => $"{e.Window} got {e.Ticket}, but has {seat.Ticket}");
            Invariant.Demand(seat.Ticket != e.Ticket, () => $"{e.Ticket} is at {e.Window} and at {window}");
            Invariant.Demand(seat.Household != e.Household, () => $"{e.Household} is at {e.Window} and at {window}");
        }

        _seats.Add(e.Window, (e.Ticket, e.Household));
    }

    private void Leave(WindowId window, TicketId ticket)
    {
        Invariant.Demand(_seats.TryGetValue(window, out var seat) && seat.Ticket == ticket, () => $"{ticket} left {window} without being there");
        _seats.Remove(window);
    }
}

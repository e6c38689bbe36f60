using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;

namespace CommandCenter.TestKit.Halls;

/// <summary>What must hold among the grains whenever no policy is under way any more.</summary>
public static class RestRules
{
    private static readonly TicketPlace[] Active = [TicketPlace.Waiting, TicketPlace.AtWindow, TicketPlace.Passed];

    /// <exception cref="InvariantBrokenException">One of the rules does not hold.</exception>
    public static void Check(HallView hall)
    {
        CheckOneActiveTicket(hall);
        CheckSeats(hall);
        CheckTicketsKnown(hall);
        CheckChoices(hall);
        CheckFlats(hall);
    }

    /// <summary>What must hold in the inventory at any time: who is kept a flat for may choose, and nobody has more than is granted.</summary>
    /// <exception cref="InvariantBrokenException">One of the rules does not hold.</exception>
    public static void CheckInventory(HallView hall)
    {
        var inventory = hall.Inventory;
        foreach (var unit in inventory.Units.Values.Where(static u => u.Status == UnitStatus.Reserved))
        {
            Invariant.Demand(
                inventory.Admitted.TryGetValue(unit.Household!.Value, out var admission)
                    && admission.Reserved == unit.Unit.Id && admission.Window == unit.Window,
                () => $"{unit.Unit.Id} is kept for {unit.Household}, who may not choose");
        }

        foreach (var (household, admission) in inventory.Admitted)
        {
            Invariant.Demand(
                admission.Reserved is not { } reserved || inventory.Units[reserved] is { Status: UnitStatus.Reserved } unit && unit.Household == household,
                () => $"{household} counts on {admission.Reserved}, which is not kept for it");
            var units = inventory.Units.Values.Where(u => u.Status == UnitStatus.Confirmed && u.Household == household).ToList();
            Invariant.Demand(
                units.Count <= admission.Band.MaxUnits && units.Sum(static u => u.Unit.Area) <= admission.Band.MaxArea,
                () => $"{household} has {units.Count} flats, more than is granted");
        }
    }

    private static void CheckOneActiveTicket(HallView hall)
    {
        var active = hall.Queues.SelectMany(static q => q.Tickets.Values).Where(static t => Active.Contains(t.Place));
        foreach (var tickets in active.GroupBy(static t => t.Household))
        {
            Invariant.Demand(tickets.Count() == 1, () => $"{tickets.Key} has the tickets {string.Join(", ", tickets.Select(static t => $"{t.Id} {t.Place}"))}");
        }
    }

    private static void CheckSeats(HallView hall)
    {
        var seats = hall.Windows.Where(static w => w.Seat is not null).Select(static w => (w.Id, w.Seat!.Ticket)).ToHashSet();
        var called = hall.Queues.SelectMany(static q => q.Tickets.Values)
            .Where(static t => t.Place == TicketPlace.AtWindow).Select(static t => (t.Window!.Value, t.Id)).ToHashSet();
        Invariant.Demand(seats.SetEquals(called), () => $"at windows {Tell(seats)}, called to windows {Tell(called)}");
    }

    private static void CheckTicketsKnown(HallView hall)
    {
        foreach (var ticket in hall.Queues.SelectMany(static q => q.Tickets.Values).Where(static t => t.Place != TicketPlace.Closed))
        {
            var household = hall.Household(ticket.Household);
            Invariant.Demand(
                household.Ticket?.Id == ticket.Id || household.Visit?.Aside?.Id == ticket.Id,
                () => $"{ticket.Id} is {ticket.Place}, but {ticket.Household} does not know it");
        }
    }

    private static void CheckChoices(HallView hall)
    {
        var selecting = hall.Windows
            .Where(w => w.Seat is { StartedAt: not null } s && hall.Plan.FindStep(s.Step)!.Kind == ServiceKind.Selection)
            .Select(static w => (w.Seat!.Household, w.Id)).ToHashSet();
        var admitted = hall.Inventory.Admitted.Select(static a => (a.Key, a.Value.Window)).ToHashSet();
        Invariant.Demand(selecting.SetEquals(admitted), () => $"selecting {string.Join(", ", selecting)}, admitted {string.Join(", ", admitted)}");
    }

    private static void CheckFlats(HallView hall)
    {
        foreach (var household in hall.Households.Where(static h => h.Entry is not null))
        {
            var id = household.Entry!.Id;
            var confirmed = hall.Inventory.Units.Values.Where(u => u.Status == UnitStatus.Confirmed && u.Household == id).Select(static u => u.Unit.Id);
            Invariant.Demand(
                household.Units.Select(static u => u.Id).ToHashSet().SetEquals(confirmed),
                () => $"{id} holds {string.Join(", ", household.Units)}, but the inventory gave it {string.Join(", ", confirmed)}");
            Invariant.Demand(
                !household.Finished || household.GaveUp || household.Declined == household.Units.IsEmpty,
                () => $"{id} is done without a flat and without having declined, or with both");
        }
    }

    private static string Tell(IEnumerable<(WindowId Window, TicketId Ticket)> seats) =>
        string.Join(", ", seats.Select(static s => $"{s.Window}:{s.Ticket}").Order(StringComparer.Ordinal));
}

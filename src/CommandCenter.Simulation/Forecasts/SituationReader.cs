using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Queues;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Simulation.Forecasts;

/// <summary>Reads a moment of the day into the network's numbers.</summary>
internal static class SituationReader
{
    /// <param name="day">The day, as the same moment knows it.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="at">Operation time; not before the moment's last entry.</param>
    public static Situation Read(DayOutline day, DayMoment moment, DateTimeOffset at)
    {
        // On the eve nothing happens before midnight.
        var now = Math.Max(0, day.Seconds(at));
        var done = moment.Households.Where(static h => h.DoneAt is not null).Select(h => day.Seconds(h.DoneAt!.Value)).ToList();
        Situation situation = new()
        {
            Now = now,
            StationOf = Roster.StationsAt(day, moment),
            Changes = Roster.After(day, moment, now),
            Seats = [.. Seats(day, moment)],
            Lines = [.. Lines(day, moment)],
            Away = [.. Away(day, moment)],
            ToCome = moment.Phase == OperationPhase.Closing ? [] : [.. Places(moment, static h => h.CheckedInAt is null && !h.IsOver)],
            SincePriority = [-1, .. day.Steps.Select(s => Since(moment.Queues.First(q => q.Step == s.Id)))],
            Done = done.Count,
            LastDoneAt = done.Count == 0 ? 0 : done.Max(),
            PastClosing = done.Count(d => d > day.Closes),
        };
        return StandingOrders.Heed(situation, day, moment);
    }

    private static int Since(QueueMoment queue) => queue.LastPriorityCall is { } last ? queue.Calls - last : -1;

    private static IEnumerable<int> Places(DayMoment moment, Func<HouseholdMoment, bool> wanted) =>
        moment.Households.Select(static (h, i) => (h, i)).Where(x => wanted(x.h)).Select(static x => x.i);

    private static IEnumerable<Seated> Seats(DayOutline day, DayMoment moment)
    {
        var places = moment.Households.Select(static (h, i) => (h.Entry.Id, i)).ToDictionary(static x => x.Id, static x => x.i);
        for (var w = 0; w < moment.Windows.Length; w++)
        {
            if (moment.Windows[w].Seat is { } seat && day.StationOf(seat.Step) is var station and >= 0)
            {
                var household = places[seat.Household];
                yield return new(
                    household, station, day.Desks + w, day.Seconds(seat.CalledAt), Known(day, seat.ArrivedAt), Known(day, seat.StartedAt),
                    moment.Households[household].HasSelected);
            }
        }
    }

    private static double? Known(DayOutline day, DateTimeOffset? at) => at is { } known ? day.Seconds(known) : null;

    private static IEnumerable<InLine> Lines(DayOutline day, DayMoment moment) =>
        from household in Places(moment, static h => h.Ticket is { Standing: TicketStanding.Waiting })
        let ticket = moment.Households[household].Ticket!
        let station = day.StationOf(ticket.Step)
        let calls = moment.Queues.First(q => q.Step == ticket.Step).Calls
        let before = ticket.EndOfDay || ticket.AfterCalls > calls ? Math.Max(0, ticket.AfterCalls - calls) : -1
        orderby before >= 0, ticket.Issued
        select new InLine(household, station, day.Seconds(ticket.IssuedAt), before, ticket.EndOfDay);

    private static IEnumerable<Absent> Away(DayOutline day, DayMoment moment) =>
        from household in Places(moment, static h => h.Ticket is { Standing: TicketStanding.Passed or TicketStanding.Held })
        let h = moment.Households[household]
        let ticket = h.Ticket!
        select new Absent(
            household, day.StationOf(ticket.Step), day.Seconds(ticket.PassedAt ?? ticket.IssuedAt), ticket.EndOfDay,
            ticket.Standing == TicketStanding.Passed && !h.HasSelected);
}

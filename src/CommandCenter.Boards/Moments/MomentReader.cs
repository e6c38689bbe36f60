using System.Collections.Immutable;
using CommandCenter.Boards.Households;
using CommandCenter.Boards.Queues;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Moments;

/// <summary>Copies a moment out of the facts; some microseconds for a hall of two hundred households.</summary>
internal static class MomentReader
{
    public static DayMoment Read(Day day, long sequence)
    {
        var main = day.Plan.MainLine.Where(static s => s.Kind != ServiceKind.CheckIn).Select(static s => s.Id).ToHashSet();
        return new()
        {
            Sequence = sequence,
            Phase = day.Operation.Phase,
            Plan = day.Plan,
            Households = [.. InOrder(day).Select(h => Of(h, main))],
            Windows = [.. day.Plan.Windows.Select(w => Of(w, day))],
            Queues = [.. day.Plan.Steps.Select(s => Of(day.Queues.Peek(s.Id)))],
            Types = day.Stock.ByType,
        };
    }

    // Ranks are those of the selection queue; a household that the order does not name comes after all others.
    private static IEnumerable<HouseholdFacts> InOrder(Day day)
    {
        var listed = day.Households.All.Where(static h => h.Entry is not null);
        var selection = day.Plan.Steps.FirstOrDefault(static s => s.Kind == ServiceKind.Selection);
        var ranks = selection is null ? [] : day.Queues.Peek(selection.Id).Ranks;
        return ranks.Count == 0
            ? listed.OrderBy(static h => h.Id.Value, StringComparer.Ordinal)
            : listed.OrderBy(h => ranks.GetValueOrDefault(h.Id, int.MaxValue));
    }

    private static HouseholdMoment Of(HouseholdFacts household, HashSet<StepId> main)
    {
        var ticket = household.Tickets.FirstOrDefault(t => main.Contains(t.Queue.StepId));
        return new(
            household.Entry!, household.Priority, household.CheckedInAt, household.DoneAt is not null || household.GaveUpAt is not null,
            household.DoneAt, household.HasSelected, ticket is null ? null : Of(ticket),
            household.Tickets.Exists(t => !main.Contains(t.Queue.StepId)), household.MaskedName, household.Page?.Name);
    }

    private static TicketMoment Of(TicketFacts ticket) => new(
        ticket.Queue.StepId, ticket.Number, ticket.Issued, ticket.IssuedAt, ticket.Standing,
        ticket.Standing == TicketStanding.Waiting ? ticket.Queue.Ahead(ticket) : null,
        ticket.PassedAt, ticket.Passes, ticket.EndOfDay, ticket.AfterCalls);

    private static WindowMoment Of(WindowPlan plan, Day day)
    {
        var window = day.Windows.Peek(plan.Id);
        var seat = window.Seat is { } s ? new SeatMoment(s.Household.Id, s.Step, s.CalledAt, s.ArrivedAt, s.StartedAt) : null;
        return new(plan.Id, plan.Steps, window.Status, window.StatusSince, window.Step, seat, window.Ordered);
    }

    private static QueueMoment Of(QueueFacts queue) => new(
        queue.StepId, queue.Calls.Count, queue.LastPriorityCall, queue.Passes, Of(queue.Services), Of(queue.Approaches));

    private static Measured Of(Durations durations) => new(durations.Count, durations.ExactMean);
}

using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Queues;

/// <summary>
/// In which order those who wait would be called if nobody else came and nothing was called out of order: the queue
/// decider's rule for the next one (<see cref="Domain.Queues"/>), applied until nobody is left.
/// </summary>
internal static class CallOrder
{
    public static TicketFacts[] Of(QueueFacts queue, Limits limits)
    {
        var line = Line(queue);
        var order = new TicketFacts[line.Count];
        var calls = queue.Calls.Count;
        var lastPriority = queue.LastPriorityCall;
        var favoured = line.Count(IsFavoured);
        for (var i = 0; i < order.Length; i++)
        {
            var next = Math.Max(0, line.FindIndex(t => t.AfterCalls <= calls));
            if (favoured > 0 && MayPrefer(line[next], calls))
            {
                var preferred = line.FindIndex(t => IsFavoured(t) && t.AfterCalls <= calls);
                if (preferred >= 0)
                {
                    (next, lastPriority) = (preferred, calls + 1);
                }
            }

            order[i] = line[next];
            favoured -= IsFavoured(line[next]) ? 1 : 0;
            line.RemoveAt(next);
            calls++;
        }

        return order;

        bool MayPrefer(TicketFacts first, int soFar) =>
            queue.Ranks.Count == 0 && first is { EndOfDay: false, Priority: null } && first.AfterCalls <= soFar
            && (lastPriority is not { } last || soFar + 1 - last >= limits.PriorityEvery);
    }

    private static bool IsFavoured(TicketFacts ticket) => ticket is { Priority: not null, EndOfDay: false };

    /// <summary>End-of-day tickets last, then by draw rank, then by issue.</summary>
    private static List<TicketFacts> Line(QueueFacts queue) =>
    [
        .. queue.Open.Values
            .Where(static t => t.Standing == TicketStanding.Waiting)
            .OrderBy(static t => t.EndOfDay)
            .ThenBy(static t => t.Rank ?? int.MaxValue)
            .ThenBy(static t => t.Issued),
    ];
}

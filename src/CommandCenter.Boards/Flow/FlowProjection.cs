using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Flow;

/// <summary>Shows the steps as a pipeline.</summary>
internal sealed class FlowProjection(Day day, TopicTable table) : ISubscriber
{
    private const int ServicesToTrust = 5;

    private readonly Topic _topic = table.Add(TopicNames.Flow, () => Build(day));

    public void Subscribe(Subscriptions on) => on.Touch(
        _topic,
        typeof(PlanAdopted),
        typeof(TicketIssued), typeof(TicketCalled), typeof(TicketReturned), typeof(TicketPassed), typeof(TicketRequeued),
        typeof(TicketHeld), typeof(TicketResumed), typeof(TicketCompleted), typeof(TicketEnded),
        typeof(WindowOpened), typeof(WindowPaused), typeof(WindowClosed), typeof(TicketSeated), typeof(HouseholdArrived),
        typeof(ServiceStarted), typeof(ServiceCompleted), typeof(NoShow), typeof(TicketSetAside), typeof(TicketTransferred),
        typeof(WindowReleased));

    private static FlowBoard Build(Day day)
    {
        var windows = day.Windows.All.ToLookup(static w => w.Step);
        var steps = day.Plan.Steps
            .Where(static s => s.Kind != ServiceKind.CheckIn)
            .Select(s => Show(s, day.Queues.Peek(s.Id), [.. windows[s.Id]]))
            .ToList();
        var narrowest = Narrowest(steps);
        return new([.. steps.Select((s, i) => i == narrowest ? s with { Narrowest = true } : s)]);
    }

    private static FlowStep Show(Step plan, QueueFacts queue, List<WindowFacts> windows)
    {
        var waiting = queue.Count(TicketStanding.Waiting);
        return new()
        {
            Step = plan.Id,
            Name = plan.Name,
            Kind = plan.Kind,
            Line = plan.Line,
            Waiting = waiting,
            OldestSince = waiting == 0 ? null : queue.InCallOrder.Min(static t => t.IssuedAt),
            Called = queue.Count(TicketStanding.Called),
            InService = queue.Count(TicketStanding.InService),
            Passed = queue.Count(TicketStanding.Passed),
            Held = queue.Count(TicketStanding.Held),
            Served = queue.Served,
            Windows = [.. windows.Select(static w => new FlowWindow(w.Id, w.Name, w.Status, w.Phase, w.Seat?.Number))],
            PlannedServiceSeconds = (int)plan.ServiceTime.TotalSeconds,
            MeanServiceSeconds = queue.Services.Mean,
            WaitTargetSeconds = (int)plan.WaitTarget.TotalSeconds,
            WaitP50Seconds = queue.Waits.Percentile(50),
            WaitP90Seconds = queue.Waits.Percentile(90),
            WithinTarget = queue.Waits.Count == 0 ? null : Math.Round((double)queue.WithinTarget / queue.Waits.Count, 3),
            BacklogMinutes = Backlog(plan, queue, waiting, windows.Count(static w => w.Status == WindowStatus.Open)),
            Narrowest = false,
        };
    }

    private static double? Backlog(Step plan, QueueFacts queue, int waiting, int open)
    {
        if (waiting == 0)
        {
            return 0;
        }

        var seconds = queue.Services.Count >= ServicesToTrust ? queue.Services.Mean!.Value : plan.ServiceTime.TotalSeconds;
        return open == 0 ? null : Math.Round(waiting * seconds / open / 60, 1);
    }

    private static int Narrowest(List<FlowStep> steps)
    {
        var narrowest = -1;
        var largest = 0d;
        for (var i = 0; i < steps.Count; i++)
        {
            var backlog = steps[i].BacklogMinutes ?? double.PositiveInfinity;
            if (backlog > largest)
            {
                (narrowest, largest) = (i, backlog);
            }
        }

        return narrowest;
    }
}

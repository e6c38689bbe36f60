using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Queues;

/// <summary>What is known of the queue of a step.</summary>
internal sealed class QueueFacts(StepId step, Day day)
{
    private TicketFacts[]? _inCallOrder;

    public StepId StepId => step;

    /// <summary>The plan's step, or null where the plan has none.</summary>
    public Step? Plan { get; set; }

    public Label Name => Plan?.Name ?? new(step.Value, step.Value);

    /// <summary>The draw order: rank, from 1, by household; empty where the queue goes by arrival.</summary>
    public Dictionary<HouseholdId, int> Ranks { get; } = [];

    /// <summary>The tickets that are neither completed nor ended.</summary>
    public Dictionary<TicketId, TicketFacts> Open { get; } = [];

    /// <summary>The windows that serve the step now, and closed ones whose usual step it is.</summary>
    public List<WindowFacts> Windows { get; } = [];

    public List<QueueCall> Calls { get; } = [];

    /// <summary>The number of the last call with priority, counted from 1; null before the first.</summary>
    public int? LastPriorityCall { get; set; }

    /// <summary>The furthest draw rank called so far; null before the first and where there are no ranks.</summary>
    public int? RankCalled { get; set; }

    public int Passes { get; set; }

    public int Served { get; set; }

    /// <summary>Services that started within the plan's wait target.</summary>
    public int WithinTarget { get; set; }

    /// <summary>From issue to the start of service.</summary>
    public Durations Waits { get; } = new();

    /// <summary>From the call to the start of service.</summary>
    public Durations Approaches { get; } = new();

    /// <summary>From the start to the end of service.</summary>
    public Durations Services { get; } = new();

    /// <summary>The waiting tickets as they would be called if nobody else came; see <see cref="CallOrder"/>.</summary>
    public TicketFacts[] InCallOrder => _inCallOrder ??= CallOrder.Of(this, day.Plan.Limits);

    /// <summary>How many would be called before a waiting ticket.</summary>
    public int Ahead(TicketFacts ticket) => Array.IndexOf(InCallOrder, ticket);

    public int Count(TicketStanding standing) => Open.Values.Count(t => t.Standing == standing);

    /// <summary>Something has changed that the order of calls depends on.</summary>
    public void Reorder() => _inCallOrder = null;
}

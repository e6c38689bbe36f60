using CommandCenter.Domain;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;
using CommandCenter.Simulation.Randomness;

namespace CommandCenter.Simulation.Cast;

/// <summary>Why a clerk keeps a window shut; each has its own end, and it opens when the last one is over.</summary>
[Flags]
internal enum Absence
{
    /// <summary>Nothing keeps it shut.</summary>
    None = 0,

    /// <summary>Lunch, or a break that was ordered.</summary>
    Break = 1,

    /// <summary>Something does not work.</summary>
    Breakdown = 2,

    /// <summary>Command has ordered it.</summary>
    Ordered = 4,
}

/// <summary>A window as its clerk sees it.</summary>
internal sealed class Desk(WindowPlan plan, PostId post, RandomStream random)
{
    private static readonly WindowDecider Rules = new();
    private WindowState _state = Rules.Initial(plan.Id.Value);

    public WindowPlan Window => plan;

    public PostId Post => post;

    public RandomStream Random => random;

    public TicketId? Ticket => _state.Seat?.Ticket;

    public bool IsOpen => _state.Mode == WindowMode.Open;

    /// <summary>Open, nobody at it, and the next household not asked for.</summary>
    public bool IsIdle => IsOpen && Ticket is null && !_state.Asking;

    /// <summary>Shut without a reason of its clerk's or the whole day's: a person has shut it, or never opened it.</summary>
    public bool IsLeftShut => !IsOpen && !_state.BySuspension && Away == Absence.None;

    public Absence Away { get; set; }

    /// <summary>The step that command has ordered it to serve; null for the usual one.</summary>
    public StepId? OrderedStep { get; set; }

    /// <summary>A break that is due once nobody is at the window.</summary>
    public TimeSpan? Break { get; set; }

    /// <summary>An order of command that is due once nobody is at the window.</summary>
    public Move? Move { get; set; }

    public bool HasOrderedBreak { get; set; }

    /// <summary>From when to when it last broke down.</summary>
    public DateTimeOffset DownFrom { get; set; }

    public DateTimeOffset DownUntil { get; set; }

    /// <summary>Tickets that were put aside here and not taken up again.</summary>
    public List<TicketId> Aside { get; } = [];

    /// <summary>Whether it serves a step now.</summary>
    public bool IsOpenFor(StepId? step) => IsOpen && _state.Step == step;

    /// <summary>Sees what was published of the window.</summary>
    public void Observe(IEvent e) => _state = Rules.Evolve(_state, e);
}

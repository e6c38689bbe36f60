using System.Collections.Immutable;
using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Units;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Moments;

/// <summary>
/// Where every household, window and queue is after an entry, and what the day has measured so far: what a forecast starts
/// from. Immutable; safe on any thread. Read with <see cref="BoardSet.ReadMoment"/>.
/// </summary>
public sealed record DayMoment
{
    /// <summary>The last entry that it includes.</summary>
    public required long Sequence { get; init; }

    /// <summary>The phase.</summary>
    public required OperationPhase Phase { get; init; }

    /// <summary>The plan in force.</summary>
    public required Plan Plan { get; init; }

    /// <summary>Every household of the list: in draw order once that is known, otherwise in the order of the list.</summary>
    public required ImmutableArray<HouseholdMoment> Households { get; init; }

    /// <summary>The windows of the plan.</summary>
    public required ImmutableArray<WindowMoment> Windows { get; init; }

    /// <summary>The queues of the plan's steps.</summary>
    public required ImmutableArray<QueueMoment> Queues { get; init; }

    /// <summary>Flats left per type.</summary>
    public required ImmutableArray<TypeLeft> Types { get; init; }
}

/// <summary>A household at a moment.</summary>
/// <param name="Entry">As the list has it.</param>
/// <param name="Priority">Why it has priority, if it has.</param>
/// <param name="CheckedInAt">When it came; null before.</param>
/// <param name="IsOver">Done, or gone for good.</param>
/// <param name="DoneAt">When it was done.</param>
/// <param name="HasSelected">It has a flat, or wanted none.</param>
/// <param name="Ticket">Its ticket on the main line; null where it has none.</param>
/// <param name="IsAside">It is at a side step.</param>
/// <param name="MaskedName">The head's name as the public may see it.</param>
/// <param name="OwnPage">The topic of its own page, a secret; null where it has none.</param>
public sealed record HouseholdMoment(
    HouseholdEntry Entry, PriorityReason? Priority, DateTimeOffset? CheckedInAt, bool IsOver, DateTimeOffset? DoneAt, bool HasSelected,
    TicketMoment? Ticket, bool IsAside, string MaskedName, string? OwnPage);

/// <summary>An open ticket of the main line at a moment.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Number">For people.</param>
/// <param name="Issued">Its place in the order of issue.</param>
/// <param name="IssuedAt">Since when it waits.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Ahead">How many would be called before it, while it waits.</param>
/// <param name="PassedAt">When it was passed last.</param>
/// <param name="Passes">How often it was passed.</param>
/// <param name="EndOfDay">It comes after everyone else.</param>
/// <param name="AfterCalls">The queue's count of calls from which it may be called.</param>
public sealed record TicketMoment(
    StepId Step, string Number, long Issued, DateTimeOffset IssuedAt, TicketStanding Standing, int? Ahead, DateTimeOffset? PassedAt,
    int Passes, bool EndOfDay, int AfterCalls);

/// <summary>A window at a moment.</summary>
/// <param name="Window">Which.</param>
/// <param name="Steps">The steps that the plan allows here.</param>
/// <param name="Status">Whether it takes calls.</param>
/// <param name="Since">Since when it has that status; null while nothing was said of it.</param>
/// <param name="Step">The step that it serves, or would.</param>
/// <param name="Seat">Who is called to it or at it.</param>
/// <param name="Ordered">What command ordered of it last, while that is to come or holds; null where there is nothing.</param>
public sealed record WindowMoment(
    WindowId Window, ImmutableArray<StepId> Steps, WindowStatus Status, DateTimeOffset? Since, StepId? Step, SeatMoment? Seat, OrderedMove? Ordered);

/// <summary>An order about windows, and from when it is to be carried out.</summary>
public sealed record OrderedMove(Move Move, DateTimeOffset From);

/// <summary>A household at a window at a moment.</summary>
public sealed record SeatMoment(
    HouseholdId Household, StepId Step, DateTimeOffset CalledAt, DateTimeOffset? ArrivedAt, DateTimeOffset? StartedAt);

/// <summary>A queue at a moment, and what it measured today.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Calls">Calls so far.</param>
/// <param name="LastPriorityCall">The number of the last call with priority.</param>
/// <param name="NoShows">Calls that nobody answered.</param>
/// <param name="Services">From the start to the end of service.</param>
/// <param name="Approaches">From the call to the start of service, of those who appeared.</param>
public sealed record QueueMoment(StepId Step, int Calls, int? LastPriorityCall, int NoShows, Measured Services, Measured Approaches);

/// <summary>How many durations were measured, and their mean in seconds; 0 while there are none.</summary>
public readonly record struct Measured(int Count, double Mean);

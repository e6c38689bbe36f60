using System.Collections.Immutable;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Flow;

/// <summary>Topic <c>flow</c>: the steps that have a queue, in the order of the plan, as a pipeline.</summary>
public sealed record FlowBoard(ImmutableArray<FlowStep> Steps);

/// <summary>A step of the pipeline. Waits count from the issue of a ticket to the first start of its service.</summary>
public sealed record FlowStep
{
    /// <summary>The step.</summary>
    public required StepId Step { get; init; }

    /// <summary>Its name.</summary>
    public required Label Name { get; init; }

    /// <summary>What is done there.</summary>
    public required ServiceKind Kind { get; init; }

    /// <summary>On the main line or beside it.</summary>
    public required StepLine Line { get; init; }

    /// <summary>Tickets waiting.</summary>
    public required int Waiting { get; init; }

    /// <summary>When the longest waiting of them was issued.</summary>
    public DateTimeOffset? OldestSince { get; init; }

    /// <summary>Tickets called and not yet served.</summary>
    public required int Called { get; init; }

    /// <summary>Tickets being served.</summary>
    public required int InService { get; init; }

    /// <summary>Tickets passed that have not reported back.</summary>
    public required int Passed { get; init; }

    /// <summary>Tickets put aside.</summary>
    public required int Held { get; init; }

    /// <summary>Services completed.</summary>
    public required int Served { get; init; }

    /// <summary>The windows that serve the step now, and closed ones whose usual step it is.</summary>
    public required ImmutableArray<FlowWindow> Windows { get; init; }

    /// <summary>The plan's time at the window.</summary>
    public required int PlannedServiceSeconds { get; init; }

    /// <summary>The mean time at the window so far; absent before the first.</summary>
    public int? MeanServiceSeconds { get; init; }

    /// <summary>The wait that is still good service.</summary>
    public required int WaitTargetSeconds { get; init; }

    /// <summary>Half of those served waited no longer; by nearest rank.</summary>
    public int? WaitP50Seconds { get; init; }

    /// <summary>Nine in ten of those served waited no longer; by nearest rank.</summary>
    public int? WaitP90Seconds { get; init; }

    /// <summary>Service level: the share (0 to 1, three decimals) of services that started within the wait target.</summary>
    public double? WithinTarget { get; init; }

    /// <summary>
    /// Minutes until those who wait now would have been served: waiting × service time ÷ open windows, to a tenth. The
    /// service time is the mean so far once there are five services, the plan's before. Absent while people wait and no
    /// window is open, for then it would take for ever.
    /// </summary>
    public double? BacklogMinutes { get; init; }

    /// <summary>
    /// The narrowest step, at most one: where people wait and no window is open, else the largest backlog; the earlier
    /// in the plan where two are equal; none while nobody waits.
    /// </summary>
    public required bool Narrowest { get; init; }
}

/// <summary>A window of a step. Number: the ticket at it.</summary>
public sealed record FlowWindow(WindowId Window, Label Name, WindowStatus Status, WindowPhase Phase, string? Number);

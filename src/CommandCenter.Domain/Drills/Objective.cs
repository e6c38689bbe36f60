using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Drills;

/// <summary>What an objective measures. All of them are about the course of the day, none about a person.</summary>
public enum ObjectiveKind
{
    /// <summary>Nine in ten waits at a step take at most so many minutes.</summary>
    WaitAtMost,

    /// <summary>At least so many percent of the incidents are reached in the time of their severity.</summary>
    IncidentsReached,

    /// <summary>At least so many percent of the orders are answered by their time.</summary>
    OrdersAnswered,

    /// <summary>At least so many percent of the expected actions come in time.</summary>
    ActionsInTime,

    /// <summary>At least so many percent of the households that checked in are done.</summary>
    HouseholdsDone,
}

/// <summary>What a drill is to show. Stored in the journal.</summary>
/// <param name="Kind">What is measured.</param>
/// <param name="Step">The step that it looks at, where it looks at one.</param>
/// <param name="Target">Minutes at most, or percent at least, as the kind says.</param>
public sealed record Objective(ObjectiveKind Kind, StepId? Step, int Target);

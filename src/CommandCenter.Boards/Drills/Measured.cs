using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Drills;

/// <summary>A time that a day shows, fit to hold another day against. Confidential incidents are left out.</summary>
/// <param name="Type">The type of incident, where it is how soon somebody was there: half of them sooner.</param>
/// <param name="Step">The step, where it is how long one waited there: nine in ten shorter.</param>
/// <param name="Name">The name of either.</param>
/// <param name="Seconds">The time, seconds.</param>
/// <param name="Count">Of how many.</param>
public sealed record Measured(PlaybookId? Type, StepId? Step, Label Name, int Seconds, int Count);

/// <summary>What the day is held against, beside how it goes.</summary>
/// <param name="Type">The type of incident, if it is one.</param>
/// <param name="Step">The step, if it is one.</param>
/// <param name="Name">The name of either.</param>
/// <param name="Seconds">What the drill showed, seconds.</param>
/// <param name="Drill">Which drill.</param>
/// <param name="By">Who chose it.</param>
/// <param name="Now">How it goes, seconds: the newest incident of the type, or the waits of the day; absent while there is nothing to measure.</param>
public sealed record Yardstick(PlaybookId? Type, StepId? Step, Label Name, int Seconds, OperationId Drill, Who By, int? Now)
{
    /// <summary>Whether the day is slower than the drill was.</summary>
    public bool IsExceeded => Now > Seconds;
}

using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Drills;

/// <summary>
/// A time measured in a drill is from now on what the day is held against: how soon somebody is there at an incident of a type, or
/// how long nine in ten wait at a step. Exactly one of both.
/// </summary>
/// <param name="Type">The type of incident.</param>
/// <param name="Step">The step.</param>
/// <param name="Seconds">What was measured, seconds.</param>
/// <param name="Drill">In which drill.</param>
/// <param name="By">Who chose it.</param>
[Stored("drill.yardstick-chosen.v1")]
public sealed record YardstickChosen(PlaybookId? Type, StepId? Step, int Seconds, OperationId Drill, string By) : IEvent;

/// <summary>Nothing is held against it any more.</summary>
[Stored("drill.yardstick-dropped.v1")]
public sealed record YardstickDropped(PlaybookId? Type, StepId? Step, string By) : IEvent;

/// <summary>Chooses a time measured in a drill, 1 to 86,400 seconds, as what the day is held against.</summary>
public sealed record ChooseYardstick(PlaybookId? Type, StepId? Step, int Seconds, OperationId Drill) : ICommand;

/// <summary>Drops it again.</summary>
public sealed record DropYardstick(PlaybookId? Type, StepId? Step) : ICommand;

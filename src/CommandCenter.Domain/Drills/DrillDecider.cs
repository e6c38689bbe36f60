namespace CommandCenter.Domain.Drills;

/// <summary>A drill: set up once from a scenario, directed while it runs.</summary>
public sealed class DrillDecider : Decider<DrillState>
{
    /// <inheritdoc/>
    public override string Kind => "drill";

    /// <inheritdoc/>
    public override DrillState Initial(string key) => new();

    /// <inheritdoc/>
    public override Decision Decide(DrillState state, ICommand command, in DecisionContext context) => command switch
    {
        PrepareDrill c => PreparationRules.Prepare(state, c, context),
        StartDrill c => CourseRules.Start(state, c, context),
        PauseDrill => CourseRules.Pause(state),
        ResumeDrill => CourseRules.Resume(state),
        ChangeDrillSpeed c => CourseRules.ChangeSpeed(state, c),
        AdvanceDrill c => CourseRules.Advance(state, c, context),
        EndDrill => CourseRules.End(state),
        DeliverInject c => InjectRules.Deliver(state, c),
        HoldInject c => InjectRules.Hold(state, c),
        CancelInject c => InjectRules.Cancel(state, c),
        PostponeInjects c => InjectRules.Postpone(state, c),
        ObserveDrill c => CourseRules.Observe(state, c, context),
        NoteImprovement c => ImprovementRules.Note(state, c, context),
        FinishImprovement c => ImprovementRules.Finish(state, c, context),
        ChooseYardstick c => YardstickRules.Choose(state, c, context),
        DropYardstick c => YardstickRules.Drop(state, c, context),
        MeetDeadline { Name: CourseRules.Arrival } c => CourseRules.Arrive(state, c),
        MeetDeadline c => InjectRules.Meet(state, c),
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override DrillState Evolve(DrillState state, IEvent @event) => @event switch
    {
        DrillPrepared e => Prepared(state, e),
        DrillStarted e => state with { Status = DrillStatus.Running, Speed = e.Speed, Start = e.At },
        DrillPaused => state with { Status = DrillStatus.Paused, Until = null },
        DrillResumed => state with { Status = DrillStatus.Running },
        DrillSpeedChanged e => state with { Speed = e.Speed, Until = null },
        DrillAdvanced e => state with { Status = DrillStatus.Running, Until = e.Until },
        InjectDelivered e => state.Set(e.Inject.Id, InjectStatus.Delivered),
        InjectHeld e => state.Set(e.Inject, InjectStatus.InHand),
        InjectCancelled e => state.Set(e.Inject, InjectStatus.Cancelled),
        InjectsPostponed e => state with { Postponed = state.Postponed + TimeSpan.FromMinutes(e.Minutes) },
        DrillObserved => state,
        ImprovementNoted e => state with { Improvements = state.Improvements.Add(e.No, null) },
        ImprovementDone e => state with { Improvements = state.Improvements.SetItem(e.No, e.Answer) },
        YardstickChosen e => state with { Yardsticks = state.Yardsticks.SetItem((e.Type, e.Step), (e.Seconds, e.Drill)) },
        YardstickDropped e => state with { Yardsticks = state.Yardsticks.Remove((e.Type, e.Step)) },
        DrillEnded => state with { Status = DrillStatus.Ended, Until = null },
        _ => throw Unknown(@event),
    };

    /// <inheritdoc/>
    public override IEnumerable<Deadline> Deadlines(DrillState state) =>
        [.. InjectRules.Deadlines(state), .. CourseRules.Deadlines(state)];

    private static DrillState Prepared(DrillState state, DrillPrepared e) => state with
    {
        Prepared = e,
        Status = DrillStatus.Prepared,
        Injects = [.. e.Injects.Select(static i => new ScriptedInject(i, InjectStatus.Pending))],
    };
}

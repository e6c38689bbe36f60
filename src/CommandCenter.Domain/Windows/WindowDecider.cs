using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Windows;

/// <summary>A service window. The queue sends it one ticket at a time; from then on the window keeps its clocks.</summary>
public sealed partial class WindowDecider : Decider<WindowState>
{
    private const string CallDeadline = "call";

    /// <inheritdoc/>
    public override string Kind => "window";

    /// <inheritdoc/>
    public override WindowState Initial(string key) => new(new(key), WindowMode.Closed, null, false, null, false, string.Empty);

    /// <inheritdoc/>
    public override Decision Decide(WindowState state, ICommand command, in DecisionContext context) => command switch
    {
        _ when context.Plan.FindWindow(state.Id) is null => Rejections.NotFound.For("window", state.Id.Value),
        _ when WindowInput.Check(command, context.Plan) is { } bad => bad,
        OpenWindow c => Open(state, c, context),
        PauseWindow c => Pause(state, c),
        CloseWindow => Close(state),
        SuspendWindow c => Suspend(state, c),
        ResumeWindow => state.BySuspension ? Opened(state, state.Step!.Value, state.Clerk) : Decision.Nothing,
        CallNext => state.Asking ? Decision.Nothing : Ask(state, context, new NextAsked(state.Id, state.Step.GetValueOrDefault())),
        CallTicket c => Ask(state, context, new TicketAsked(state.Id, state.Step.GetValueOrDefault(), c.Ticket, c.Reason, Held: false)),
        ResumeHeld c => Ask(state, context, new TicketAsked(state.Id, state.Step.GetValueOrDefault(), c.Ticket, null, Held: true)),
        DeclineAsk c => state.Asking
            ? Decision.Accept(new AskDeclined(state.Id, state.Step!.Value, c.Ticket, c.Code))
            : Decision.Nothing,
        SeatTicket c => Seat(state, c, context),
        SettleSelection c => state.Seat is { } s && s.Household == c.Household
            ? Decision.Accept(new SelectionSettled(state.Id, c.Household, c.Unit))
            : Rejections.WindowIdle,
        UnsettleSelection c => state.Seat is { Settled: true } s && s.Household == c.Household
            ? Decision.Accept(new SelectionUnsettled(state.Id, c.Household, c.Unit))
            : Decision.Nothing,
        ReleaseWindow c => Release(state, c),
        MeetDeadline c => state.Seat is { ArrivedAt: null } s && s.Until == c.Due ? RecallOrPass(state.Id, s, context) : Decision.Nothing,
        _ when state.Seat is null => Rejections.WindowIdle,
        _ => DecideService(state.Id, state.Seat, command, context),
    };

    /// <inheritdoc/>
    public override WindowState Evolve(WindowState state, IEvent @event) => @event switch
    {
        WindowOpened e => state with { Mode = WindowMode.Open, Step = e.Step, BySuspension = false, Clerk = e.Clerk },
        WindowPaused e => state with { Mode = WindowMode.Paused, Asking = false, BySuspension = e.BySuspension },
        WindowClosed => state with { Mode = WindowMode.Closed, Asking = false, BySuspension = false },
        NextAsked or TicketAsked => state with { Asking = true },
        AskDeclined => state with { Asking = false },
        SeatDeclined => state,
        TicketSeated e => state with
        {
            Asking = false,
            Seat = new(e.Ticket, e.Number, e.Household, e.Step, e.CalledAt, e.Until),
        },
        TicketRecalled e => state with { Seat = state.Seat! with { Recalls = e.Count, Until = e.Until } },
        HouseholdArrived e => state with { Seat = state.Seat! with { ArrivedAt = e.ArrivedAt } },
        ServiceStarted e => state with { Seat = state.Seat! with { StartedAt = e.StartedAt } },
        SelectionSettled => state with { Seat = state.Seat! with { Settled = true } },
        SelectionUnsettled => state with { Seat = state.Seat! with { Settled = false } },
        ServiceCompleted or NoShow or TicketSetAside or TicketTransferred or WindowReleased => state with { Seat = null },
        _ => throw Unknown(@event),
    };

    /// <inheritdoc/>
    public override IEnumerable<Deadline> Deadlines(WindowState state) =>
        state.Seat is { ArrivedAt: null } seat ? [new(CallDeadline, seat.Until)] : [];

    private static Decision Open(WindowState state, OpenWindow c, in DecisionContext context)
    {
        var steps = context.Plan.FindWindow(state.Id)!.Steps;
        var step = c.Step ?? (state.Mode == WindowMode.Paused ? state.Step!.Value : steps[0]);
        if (!steps.Contains(step))
        {
            return Rejections.StepNotServedHere.For("step", step.Value);
        }

        return context.Operation.Phase == OperationPhase.Suspended ? Rejections.OperationSuspendedNow
            : context.Operation.Phase == OperationPhase.Closed ? Rejections.OperationOver
            : state.Mode == WindowMode.Open && state.Step == step ? Decision.Nothing
            : state.Mode == WindowMode.Open ? Rejections.WindowOpenAlready
            : state.Seat is { } seat && seat.Step != step ? Rejections.WindowBusy
            : Opened(state, step, context.Actor.Value);
    }

    private static Decision Opened(WindowState state, StepId step, string clerk) =>
        Decision.Accept(new WindowOpened(state.Id, step, clerk));

    private static Decision Pause(WindowState state, PauseWindow c) =>
        state.Mode == WindowMode.Closed ? Rejections.WindowClosedNow
        : state is { Mode: WindowMode.Paused, BySuspension: false } ? Decision.Nothing
        : Decision.Accept(new WindowPaused(state.Id, state.Step!.Value, c.Reason, BySuspension: false));

    private static Decision Suspend(WindowState state, SuspendWindow c)
    {
        IEvent[] paused = state.Mode == WindowMode.Open
            ? [new WindowPaused(state.Id, state.Step!.Value, c.Sentence, BySuspension: true)]
            : [];
        IEvent[] takenBack = state.Seat is { ArrivedAt: null } called ? [.. TakenBack(state.Id, called)] : [];
        return Decision.Accept([.. paused, .. takenBack]);
    }

    private static Decision Close(WindowState state) =>
        state.Mode == WindowMode.Closed ? Decision.Nothing
        : state.Seat is not null ? Rejections.WindowBusy
        : Decision.Accept(new WindowClosed(state.Id, state.Step!.Value));

    private static Decision Ask(WindowState state, in DecisionContext context, IEvent asked) =>
        state.Mode == WindowMode.Closed ? Rejections.WindowClosedNow
        : CallingStopped(context) is { } stopped ? stopped
        : state.Mode == WindowMode.Paused ? Rejections.WindowPausedNow
        : state.Seat is not null ? Rejections.WindowBusy
        : Decision.Accept(asked);

    private static Rejection? CallingStopped(in DecisionContext context) => context.Operation.Phase switch
    {
        OperationPhase.Open or OperationPhase.Closing => null,
        OperationPhase.Suspended => Rejections.OperationSuspendedNow,
        _ => Rejections.OperationNotOpen,
    };

    // The ticket may also have ended on its way here: what was asked for cannot be had.
    private static Decision Release(WindowState state, ReleaseWindow c) =>
        state.Seat is { } seat && seat.Ticket == c.Ticket
            ? Decision.Accept(new WindowReleased(state.Id, seat.Step, seat.Ticket, seat.Household))
        : state.Asking
            ? Decision.Accept(new AskDeclined(state.Id, state.Step!.Value, c.Ticket, Rejections.TicketClosed.Code))
        : Decision.Nothing;

    // Between asking and being called the window may have been paused, closed or given to another step, or the day suspended.
    private static Decision Seat(WindowState state, SeatTicket c, in DecisionContext context) =>
        state.Mode == WindowMode.Open && state.Seat is null && state.Step == c.Step && CallingStopped(context) is null
            ? Decision.Accept(new TicketSeated(
                state.Id, c.Step, c.Ticket, c.Number, c.Household, c.Priority, context.Now, context.Now + context.Plan.Limits.CallTimeout))
            : Decision.Accept(new SeatDeclined(state.Id, c.Step, c.Ticket, c.Household));
}

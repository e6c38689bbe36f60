using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Households;

/// <summary>
/// The way of a household through the day. It alone decides which queue it stands in; the steps follow one another,
/// and going back is an explicit, recorded act.
/// </summary>
public sealed partial class HouseholdDecider : Decider<HouseholdState>
{
    /// <inheritdoc/>
    public override string Kind => "household";

    /// <inheritdoc/>
    public override HouseholdState Initial(string key) => HouseholdState.Initial;

    /// <inheritdoc/>
    public override Decision Decide(HouseholdState state, ICommand command, in DecisionContext context) => command switch
    {
        _ when HouseholdInput.Check(command, context.Plan) is { } bad => bad,
        RegisterHousehold c => state.Entry is null
            ? Decision.Accept(new HouseholdRegistered(c.Entry))
            : Rejections.HouseholdRegisteredAlready,
        _ when state.Entry is null => Rejections.HouseholdUnknown,
        CheckIn c => DecideCheckIn(state, c, context),
        _ when state.Current is null && !state.Finished => Rejections.NotCheckedIn,
        Visit c => DecideVisit(state, c, context),
        ReportBack => DecideReportBack(state),
        NoteTicket c => DecideTicket(state, c),
        Notify c => OnTicket(
            state, c.Ticket, new HouseholdNotified(state.Entry.Id, c.Step, c.Ticket, c.Number, c.Window, state.Priority)),
        NoteWaiting c => DecideWaiting(state, c, context.Plan),
        NotePass c => OnTicket(state, c.Ticket, new HouseholdPassed(state.Entry.Id, c.Step, c.Ticket, c.Count)),
        BeginStep c => DecideBegin(state, c, context.Plan),
        CompleteStep c => DecideComplete(state, c, context.Plan),
        TakeUnit c => DecideTaken(state, c, context.Plan),
        LoseUnit c => DecideLoss(state, c, context.Plan),
        _ when state.Finished => Rejections.HouseholdFinished,
        Decline c => DecideDecline(state, c, context.Plan),
        StepBack c => DecideStepBack(state, c, context.Plan),
        TransferTo c => DecideTransfer(state, c, context.Plan),
        GiveUp c => DecideGiveUp(state, c, context.Plan),
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override HouseholdState Evolve(HouseholdState state, IEvent @event) => @event switch
    {
        HouseholdRegistered e => state with { Entry = e.Entry, Proxy = e.Entry.Proxy, Priority = e.Entry.Priority },
        HouseholdCheckedIn e => state with { Present = e.Present, Proxy = e.Proxy, Priority = e.Priority, Current = e.Next },
        HouseholdQueued e => state with { Ticket = new(e.Step, e.Ticket, TicketStage.Waiting, null) },
        HouseholdNotified e => Move(state, TicketStage.Called, e.Window),
        HouseholdPassed => Move(state, TicketStage.Passed, null),
        HouseholdReportedBack or HouseholdWaitingAgain => Move(state, TicketStage.Waiting, null),
        StepStarted e => Move(state, TicketStage.Serving, e.Window),
        TicketUnclaimed or SelectionClosed => state,
        SelectionOpened => state with { Declined = false },
        UnitTaken e => state with { Units = state.Units.Add(e.Unit), Declined = false },
        UnitLost e => state with { Units = state.Units.RemoveAll(u => u.Id == e.Unit) },
        SelectionDeclined => state with { Declined = true },
        StepCompleted e => state with { Current = e.Next ?? state.Current, Ticket = null },
        JourneyCompleted => state with { Current = null, Finished = true },
        SteppedBack e => state with { Current = e.To, Ticket = null, Visit = null, Finished = false, Declined = false },
        VisitWished e => state with { Visit = new(e.Step, e.Aside is null ? null : Aside(state), false) },
        VisitBegan => state with { Visit = state.Visit! with { Began = true }, Ticket = null },
        VisitEnded => state with { Visit = null, Ticket = state.Visit?.Aside },
        HouseholdGaveUp => state with { Current = null, Ticket = null, Visit = null, Finished = true, GaveUp = true },
        _ => throw Unknown(@event),
    };

    private static HouseholdState Move(HouseholdState state, TicketStage stage, WindowId? window)
    {
        var moved = state with { Ticket = state.Ticket! with { Stage = stage, Window = window } };

        // Called before the visit began: the call comes first, the wish is forgotten.
        return stage == TicketStage.Called && state.Visit is { Began: false } ? moved with { Visit = null } : moved;
    }

    private static HeldTicket Aside(HouseholdState state) => state.Ticket! with { Stage = TicketStage.Waiting, Window = null };

    // What the queue says counts only for the ticket that is active; anything else is late news.
    private static Decision OnTicket(HouseholdState state, TicketId ticket, IEvent @event) =>
        state.Ticket?.Id == ticket ? Decision.Accept(@event) : Rejections.NoTicket.With(ticket.Value);

    private static ImmutableArray<OpenTicket> OpenTickets(HouseholdState state)
    {
        var open = ImmutableArray.CreateBuilder<OpenTicket>(2);
        foreach (var ticket in new[] { state.Ticket, state.Visit?.Aside })
        {
            if (ticket is not null && open.All(o => o.Ticket != ticket.Id))
            {
                open.Add(new(ticket.Step, ticket.Id));
            }
        }

        return open.ToImmutable();
    }

    // What ends with the stay at a window, whatever ends it: the choice of flats.
    private static IEnumerable<IEvent> Leaving(HouseholdState state, Plan plan) =>
        state.Ticket is { Stage: TicketStage.Serving, Window: { } window } ticket && IsSelection(ticket.Step, plan)
            ? [new SelectionClosed(state.Entry!.Id, window)]
            : [];

    private static bool IsSelection(StepId step, Plan plan) => plan.FindStep(step)?.Kind == ServiceKind.Selection;

    private static bool AcceptsNewcomers(in DecisionContext context) => context.Operation.Phase == OperationPhase.Open;
}

using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Queues;

/// <content>The decisions.</content>
public sealed partial class TicketQueueDecider
{
    private static Decision Issue(TicketQueueState state, IssueTicket c, in DecisionContext context)
    {
        if (state.Open.ContainsKey(c.Household))
        {
            return Rejections.TicketExists;
        }

        int? rank = state.Ranks.TryGetValue(c.Household, out var place) ? place : null;
        if (rank is null && !state.Ranks.IsEmpty)
        {
            return Rejections.NotRanked.For("household", c.Household.Value);
        }

        var number = state.Tickets.Count + 1;
        var prefix = context.Plan.FindStep(state.Step)!.Prefix;
        return ThenCall(
            state,
            new TicketIssued(new($"{state.Step}-{number:000}"), $"{prefix}{number:000}", state.Step, c.Household, c.Priority, rank, context.Now),
            context);
    }

    private static Decision CallNext(TicketQueueState state, CallNextTo c, in DecisionContext context)
    {
        if (state.AtWindows.ContainsKey(c.Window) || state.Windows.Contains(c.Window))
        {
            return Decision.Nothing;
        }

        if (!MayCall(context))
        {
            return Decision.Accept(new CallDeclined(state.Step, c.Window, null, Rejections.OperationNotOpen.Code));
        }

        return Decision.Accept(
            Call(state, c.Window, context.Plan) is { } call ? call
            : context.Plan.Limits.ReadyWindowGetsNextArrival ? new WindowWaiting(state.Step, c.Window)
            : new CallDeclined(state.Step, c.Window, null, Rejections.TicketNotWaiting.Code));
    }

    private static Decision CallTicket(TicketQueueState state, CallTicketTo c, in DecisionContext context)
    {
        if (state.AtWindows.ContainsKey(c.Window))
        {
            return Decision.Nothing;
        }

        var ticket = state.Find(c.Ticket);
        var no = !MayCall(context) ? Rejections.OperationNotOpen
            : ticket is null ? Rejections.TicketUnknown
            : c.Held && ticket.Place != TicketPlace.HeldAtWindow ? Rejections.TicketNotHeld
            : !c.Held && ticket.Place != TicketPlace.Waiting ? Rejections.TicketNotWaiting
            : null;
        return no is not null
            ? Decision.Accept(new CallDeclined(state.Step, c.Window, c.Ticket, no.Code))
            : Decision.Accept(CallOf(ticket!, state.Step, c.Window, c.Held ? CallKind.Resumed : CallKind.OutOfOrder, c.Reason));
    }

    private static Decision PassTicket(TicketQueueState state, PassTicket c, Limits limits)
    {
        if (AtWindow(state, c.Ticket, c.Window) is not { } ticket)
        {
            return Rejections.TicketNotCalled.With(c.Ticket.Value);
        }

        var passes = ticket.Passes + 1;
        return Decision.Accept(new TicketPassed(ticket.Id, state.Step, ticket.Household, passes, passes >= limits.PassesToEndOfDay));
    }

    // Where a draw order rules the ticket keeps its rank among those waiting; elsewhere it lets some others go first.
    private static Decision Requeue(TicketQueueState state, RequeueTicket c, in DecisionContext context)
    {
        if (state.Find(c.Ticket) is not { Place: TicketPlace.Passed } ticket)
        {
            return Rejections.NotPassed.With(c.Ticket.Value);
        }

        var afterCalls = ticket.EndOfDay || ticket.Rank is not null ? 0 : state.Calls + context.Plan.Limits.PassBack;
        return ThenCall(state, new TicketRequeued(ticket.Id, state.Step, ticket.Household, afterCalls), context);
    }

    private static Decision Hold(TicketQueueState state, HoldTicket c) => state.Find(c.Ticket) switch
    {
        null => Rejections.TicketUnknown.For("ticket", c.Ticket.Value),
        { Place: TicketPlace.HeldAtWindow or TicketPlace.HeldByHousehold } => Decision.Nothing,
        { Place: TicketPlace.AtWindow } t when t.Window == c.Window =>
            Decision.Accept(new TicketHeld(t.Id, state.Step, t.Household, c.Window, c.Reason)),
        _ => Rejections.TicketNotCalled.With(c.Ticket.Value),
    };

    private static Decision PutAside(TicketQueueState state, PutTicketAside c) => state.Find(c.Ticket) switch
    {
        null => Rejections.TicketUnknown.For("ticket", c.Ticket.Value),
        { Place: TicketPlace.HeldByHousehold } => Decision.Nothing,
        { Place: TicketPlace.Waiting or TicketPlace.HeldAtWindow or TicketPlace.AtWindow } t when t.Window == c.Window =>
            Decision.Accept(new TicketHeld(t.Id, state.Step, t.Household, null, c.Reason)),
        _ => Rejections.TicketNotWaiting.With(c.Ticket.Value),
    };

    private static Decision Resume(TicketQueueState state, ResumeTicket c, in DecisionContext context) =>
        state.Find(c.Ticket) is { Place: TicketPlace.HeldAtWindow or TicketPlace.HeldByHousehold } ticket
            ? ThenCall(state, new TicketResumed(ticket.Id, state.Step, ticket.Household), context)
            : Rejections.TicketNotHeld.With(c.Ticket.Value);

    private static Decision End(TicketQueueState state, EndTicket c) => state.Find(c.Ticket) switch
    {
        null => Rejections.TicketUnknown.For("ticket", c.Ticket.Value),
        { Place: TicketPlace.Closed } => Decision.Nothing,
        { } t => Decision.Accept(new TicketEnded(t.Id, state.Step, t.Household, t.Window, c.Reason)),
    };

    // Somebody may be called who could not be before: the windows that wait get whoever is next, the longest waiting first.
    private static Decision ThenCall(TicketQueueState state, IEvent @event, in DecisionContext context)
    {
        var (decider, events) = (new TicketQueueDecider(), new List<IEvent> { @event });
        var after = decider.Evolve(state, @event);
        while (!after.Windows.IsEmpty && MayCall(context) && Call(after, after.Windows[0], context.Plan) is { } call)
        {
            events.Add(call);
            after = decider.Evolve(after, call);
        }

        return Decision.Accept([.. events]);
    }

    // Selection goes strictly by draw order: before there is one, nobody is next.
    private static TicketCalled? Call(TicketQueueState state, WindowId window, Plan plan) =>
        state.Ranks.IsEmpty && plan.FindStep(state.Step)?.Kind == ServiceKind.Selection ? null
        : state.Next(plan.Limits.PriorityEvery) is { } next ? CallOf(next.Ticket, state.Step, window, next.Kind, null)
        : null;

    private static TicketCalled CallOf(Ticket ticket, StepId step, WindowId window, CallKind kind, string? reason) =>
        new(ticket.Id, ticket.Number, step, ticket.Household, window, kind, ticket.Priority, reason, ticket.IssuedAt);

    private static Ticket? AtWindow(TicketQueueState state, TicketId ticket, WindowId window) =>
        state.Find(ticket) is { Place: TicketPlace.AtWindow } t && t.Window == window ? t : null;

    private static bool MayCall(in DecisionContext context) =>
        context.Operation.Phase is OperationPhase.Open or OperationPhase.Closing;
}

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

        return Call(state, c.Window, context)
            ?? (context.Plan.Limits.ReadyWindowGetsNextArrival
                ? Decision.Accept(new WindowWaiting(state.Step, c.Window))
                : Decision.Accept(new CallDeclined(state.Step, c.Window, null, Rejections.TicketNotWaiting.Code)));
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

    private static Decision Requeue(TicketQueueState state, RequeueTicket c, in DecisionContext context) =>
        state.Find(c.Ticket) is { Place: TicketPlace.Passed } ticket
            ? ThenCall(
                state,
                new TicketRequeued(
                    ticket.Id, state.Step, ticket.Household, ticket.EndOfDay ? 0 : state.Calls + context.Plan.Limits.PassBack),
                context)
            : Rejections.NotPassed.With(c.Ticket.Value);

    private static Decision Hold(TicketQueueState state, HoldTicket c, Limits limits)
    {
        if (TextRule.Check(c.Reason, "reason", limits.MaxText) is { } bad)
        {
            return bad;
        }

        return state.Find(c.Ticket) switch
        {
            null => Rejections.TicketUnknown.For("ticket", c.Ticket.Value),
            { Place: TicketPlace.HeldAtWindow or TicketPlace.HeldByHousehold } => Decision.Nothing,
            { Place: TicketPlace.Waiting } t when c.Window is null => Held(t),
            { Place: TicketPlace.AtWindow } t when c.Window is not null && t.Window == c.Window => Held(t),
            _ => Rejections.TicketNotWaiting.With(c.Ticket.Value),
        };

        Decision Held(Ticket t) => Decision.Accept(new TicketHeld(t.Id, state.Step, t.Household, c.Window, c.Reason));
    }

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

    // A household joined or came back: the window that waits longest gets whoever is now next.
    private static Decision ThenCall(TicketQueueState state, IEvent @event, in DecisionContext context)
    {
        if (state.Windows.IsEmpty || !MayCall(context))
        {
            return Decision.Accept(@event);
        }

        var after = new TicketQueueDecider().Evolve(state, @event);
        return Call(after, state.Windows[0], context) is { } call
            ? Decision.Accept([@event, .. call.Events])
            : Decision.Accept(@event);
    }

    private static Decision? Call(TicketQueueState state, WindowId window, in DecisionContext context) =>
        state.Next(context.Plan.Limits.PriorityEvery) is { } next
            ? Decision.Accept(CallOf(next.Ticket, state.Step, window, next.Kind, null))
            : (Decision?)null;

    private static TicketCalled CallOf(Ticket ticket, StepId step, WindowId window, CallKind kind, string? reason) =>
        new(ticket.Id, ticket.Number, step, ticket.Household, window, kind, ticket.Priority, reason, ticket.IssuedAt);

    private static Ticket? AtWindow(TicketQueueState state, TicketId ticket, WindowId window) =>
        state.Find(ticket) is { Place: TicketPlace.AtWindow } t && t.Window == window ? t : null;

    private static bool MayCall(in DecisionContext context) =>
        context.Operation.Phase is OperationPhase.Open or OperationPhase.Closing;
}

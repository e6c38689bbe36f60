using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Queues;

/// <summary>Issues tickets, decides who is next, remembers who was called where. One ticket, one window. Always.</summary>
public sealed partial class TicketQueueDecider : Decider<TicketQueueState>
{
    /// <inheritdoc/>
    public override string Kind => "queue";

    /// <inheritdoc/>
    public override TicketQueueState Initial(string key) => TicketQueueState.Empty(new(key));

    /// <inheritdoc/>
    public override Decision Decide(TicketQueueState state, ICommand command, in DecisionContext context) => command switch
    {
        _ when context.Plan.FindStep(state.Step) is null => Rejections.NotFound.For("step", state.Step.Value),
        _ when QueueInput.Check(command, context.Plan) is { } bad => bad,
        RankQueue c => state.Ranks.IsEmpty
            ? ThenCall(state, new QueueRanked(state.Step, c.Order), context)
            : Rejections.RankedAlready,
        IssueTicket c => Issue(state, c, context),
        CallNextTo c => CallNext(state, c, context),
        CallTicketTo c => CallTicket(state, c, context),
        WithdrawWindow c => state.Windows.Contains(c.Window)
            ? Decision.Accept(new WindowWithdrawn(state.Step, c.Window))
            : Decision.Nothing,
        ReturnTicket c => AtWindow(state, c.Ticket, c.Window) is { } t
            ? ThenCall(state, new TicketReturned(t.Id, state.Step, t.Household, c.Window), context)
            : Rejections.TicketNotCalled.With(c.Ticket.Value),
        PassTicket c => PassTicket(state, c, context.Plan.Limits),
        RequeueTicket c => Requeue(state, c, context),
        HoldTicket c => Hold(state, c),
        PutTicketAside c => PutAside(state, c),
        ResumeTicket c => Resume(state, c, context),
        CompleteTicket c => AtWindow(state, c.Ticket, c.Window) is { } t
            ? Decision.Accept(new TicketCompleted(t.Id, state.Step, t.Household, c.Window))
            : Rejections.TicketNotCalled.With(c.Ticket.Value),
        EndTicket c => End(state, c),
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override TicketQueueState Evolve(TicketQueueState state, IEvent @event) => @event switch
    {
        QueueRanked e => Ranked(state, e),
        TicketIssued e => state.With(new Ticket(
            e.Ticket, e.Number, state.Tickets.Count + 1, e.Household, e.Priority, e.Rank, e.IssuedAt)),
        TicketCalled e => Called(state, e),
        TicketReturned e => Put(state, e.Ticket, TicketPlace.Waiting),
        TicketPassed e => state.With(state.Tickets[e.Ticket] with
        {
            Place = TicketPlace.Passed, Window = null, Passes = e.Count, EndOfDay = e.EndOfDay,
        }),
        TicketRequeued e => state.With(state.Tickets[e.Ticket] with { Place = TicketPlace.Waiting, AfterCalls = e.AfterCalls }),
        TicketHeld e => Put(state, e.Ticket, e.Window is null ? TicketPlace.HeldByHousehold : TicketPlace.HeldAtWindow),
        TicketResumed e => Put(state, e.Ticket, TicketPlace.Waiting),
        TicketCompleted e => Put(state, e.Ticket, TicketPlace.Closed),
        TicketEnded e => Put(state, e.Ticket, TicketPlace.Closed),
        WindowWaiting e => state with { Windows = state.Windows.Add(e.Window) },
        WindowWithdrawn e => state with { Windows = state.Windows.Remove(e.Window) },
        CallDeclined => state,
        _ => throw Unknown(@event),
    };

    private static TicketQueueState Put(TicketQueueState state, TicketId ticket, TicketPlace place) =>
        state.With(state.Tickets[ticket] with { Place = place, Window = null });

    private static TicketQueueState Called(TicketQueueState state, TicketCalled e)
    {
        var calls = state.Calls + 1;
        return state.With(state.Tickets[e.Ticket] with { Place = TicketPlace.AtWindow, Window = e.Window }) with
        {
            Calls = calls,
            LastPriorityCall = e.Kind == CallKind.Priority ? calls : state.LastPriorityCall,
            Windows = state.Windows.Remove(e.Window),
        };
    }

    private static TicketQueueState Ranked(TicketQueueState state, QueueRanked e)
    {
        var ranks = e.Order.Select(static (household, index) => KeyValuePair.Create(household, index + 1)).ToImmutableDictionary();
        var ranked = state with { Ranks = ranks };

        // From here on the draw order rules: who was passed before and came back no longer lets others go first.
        return state.Tickets.Values.Where(static t => t.Place != TicketPlace.Closed).Aggregate(
            ranked, static (s, t) => s.With(t with { Rank = s.Ranks.TryGetValue(t.Household, out var rank) ? rank : null, AfterCalls = 0 }));
    }
}

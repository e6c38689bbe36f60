using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Households;

/// <content>Beside and off the main line: side steps, stepping back, transfers, leaving.</content>
public sealed partial class HouseholdDecider
{
    private static Decision DecideVisit(HouseholdState state, Visit c, in DecisionContext context)
    {
        var entry = state.Entry!;
        return context.Plan.FindStep(c.Step)!.Line != StepLine.Side ? Rejections.NotASideStep.For("step")
            : !AcceptsNewcomers(context) ? Rejections.OperationNotOpen
            : state.Visit is not null ? Rejections.TicketExists
            : state.Ticket switch
            {
                // Between two steps: the ticket of the next one is on its way.
                null when state.Current is not null => Rejections.HouseholdBusy,
                null => Decision.Accept(new VisitWished(entry.Id, c.Step, null, null), new VisitBegan(entry.Id, c.Step, state.Priority)),
                { Stage: TicketStage.Waiting } t => Decision.Accept(new VisitWished(entry.Id, c.Step, t.Id, t.Step)),
                _ => Rejections.HouseholdBusy,
            };
    }

    private static Decision DecideWaiting(HouseholdState state, NoteWaiting c, Plan plan)
    {
        if (state.Ticket is not { } ticket || ticket.Id != c.Ticket)
        {
            return Rejections.NoTicket.With(c.Ticket.Value);
        }

        return state.Visit is { Began: false } visit
            ? Decision.Accept(new VisitBegan(state.Entry!.Id, visit.Step, state.Priority))
            : ticket.Stage == TicketStage.Waiting ? Decision.Nothing
            : Decision.Accept([.. Leaving(state, plan), new HouseholdWaitingAgain(state.Entry!.Id, ticket.Step, ticket.Id)]);
    }

    private static Decision DecideStepBack(HouseholdState state, StepBack c, Plan plan)
    {
        return !IsEarlier(state, c.To, plan) ? Rejections.NotBackward.For("to")
            : state.Visit is not null ? Rejections.HouseholdBusy
            : ChoosesAgain(c.To, plan) && !state.Units.IsEmpty ? Rejections.HasUnits
            : Decision.Accept([.. Leaving(state, plan), Back(state, c.To, c.Reason)]);
    }

    private static bool IsEarlier(HouseholdState state, StepId to, Plan plan) =>
        plan.MainLine.TakeWhile(s => s.Id != state.Current).Any(s => s.Id == to && s.Kind != ServiceKind.CheckIn);

    private static SteppedBack Back(HouseholdState state, StepId to, string reason) =>
        new(state.Entry!.Id, state.Current, to, reason, OpenTickets(state), state.Priority);

    // Choosing again while a flat is confirmed would be a silent exchange; the confirmation must be reversed first.
    private static bool ChoosesAgain(StepId to, Plan plan) =>
        plan.MainLine.SkipWhile(s => s.Id != to).Any(static s => s.Kind == ServiceKind.Selection);

    private static Decision DecideTransfer(HouseholdState state, TransferTo c, Plan plan)
    {
        var household = state.Entry!.Id;
        if (state.Ticket?.Id != c.Ticket)
        {
            return Rejections.NoTicket.With(c.Ticket.Value);
        }

        // From the main line to a side step and back again, or back along the main line; the window refuses all else.
        return plan.FindStep(c.To)?.Line == StepLine.Side
            ? Decision.Accept([
                .. Leaving(state, plan),
                new VisitWished(household, c.To, c.Ticket, c.From), new VisitBegan(household, c.To, state.Priority)])
            : IsEarlier(state, c.To, plan) ? Decision.Accept([.. Leaving(state, plan), Back(state, c.To, c.Reason)])
            : Rejections.NotBackward.For("to");
    }

    private static Decision DecideGiveUp(HouseholdState state, GiveUp c, Plan plan) =>
        Decision.Unless(
            state.Units.IsEmpty ? null : Rejections.HasUnits,
            [.. Leaving(state, plan), new HouseholdGaveUp(state.Entry!.Id, c.Reason, OpenTickets(state))]);
}

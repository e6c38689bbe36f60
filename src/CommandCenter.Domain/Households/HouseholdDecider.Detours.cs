using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Households;

/// <content>Beside and off the main line: side steps, stepping back, transfers, leaving.</content>
public sealed partial class HouseholdDecider
{
    private static Decision DecideVisit(HouseholdState state, Visit c, in DecisionContext context)
    {
        var entry = state.Entry!;
        if (context.Plan.FindStep(c.Step) is not { } step)
        {
            return Rejections.NotFound.For("step", c.Step.Value);
        }

        return step.Line != StepLine.Side ? Rejections.NotASideStep.For("step")
            : !AcceptsNewcomers(context) ? Rejections.OperationNotOpen
            : state.Visit is not null ? Rejections.TicketExists
            : state.Ticket switch
            {
                null => Decision.Accept(new VisitWished(entry.Id, c.Step, null, null), new VisitBegan(entry.Id, c.Step, state.Priority)),
                { Stage: TicketStage.Waiting } t => Decision.Accept(new VisitWished(entry.Id, c.Step, t.Id, t.Step)),
                _ => Rejections.HouseholdBusy,
            };
    }

    private static Decision DecideWaiting(HouseholdState state, NoteWaiting c)
    {
        if (state.Ticket is not { } ticket || ticket.Id != c.Ticket)
        {
            return Rejections.NoTicket.With(c.Ticket.Value);
        }

        return state.Visit is { Began: false } visit
            ? Decision.Accept(new VisitBegan(state.Entry!.Id, visit.Step, state.Priority))
            : ticket.Stage == TicketStage.Waiting ? Decision.Nothing
            : Decision.Accept(new HouseholdWaitingAgain(state.Entry!.Id, ticket.Step, ticket.Id));
    }

    private static Decision DecideStepBack(HouseholdState state, StepBack c, Plan plan)
    {
        if (TextRule.Check(c.Reason, "reason", plan.Limits.MaxText) is { } bad)
        {
            return bad;
        }

        if (plan.FindStep(c.To) is not { } to)
        {
            return Rejections.NotFound.For("to", c.To.Value);
        }

        var earlier = plan.MainLine.TakeWhile(s => s.Id != state.Current)
            .Any(s => s.Id == to.Id && s.Kind != ServiceKind.CheckIn);
        return !earlier ? Rejections.NotBackward.For("to")
            : state.Visit is not null ? Rejections.HouseholdBusy
            : PastSelection(to, plan) && !state.Units.IsEmpty ? Rejections.HasUnits
            : Decision.Accept(Back(state, c.To, c.Reason));
    }

    private static SteppedBack Back(HouseholdState state, StepId to, string reason) =>
        new(state.Entry!.Id, state.Current, to, reason, OpenTickets(state), state.Priority);

    // Choosing again while a flat is confirmed would be a silent exchange; the confirmation must be reversed first.
    private static bool PastSelection(Step to, Plan plan) =>
        plan.MainLine.SkipWhile(s => s.Id != to.Id).Any(static s => s.Kind == ServiceKind.Selection);

    private static Decision DecideTransfer(HouseholdState state, TransferTo c, Plan plan)
    {
        var household = state.Entry!.Id;
        if (state.Ticket?.Id != c.Ticket)
        {
            return Rejections.NoTicket.With(c.Ticket.Value);
        }

        // From the main line to a side step and back again, or back along the main line; the window refuses all else.
        return plan.FindStep(c.To)?.Line == StepLine.Side
            ? Decision.Accept(new VisitWished(household, c.To, c.Ticket, c.From), new VisitBegan(household, c.To, state.Priority))
            : Decision.Accept(Back(state, c.To, c.Reason));
    }

    private static Decision DecideGiveUp(HouseholdState state, GiveUp c, Plan plan) =>
        Decision.Unless(
            TextRule.Check(c.Reason, "reason", plan.Limits.MaxText) ?? (state.Units.IsEmpty ? null : Rejections.HasUnits),
            new HouseholdGaveUp(state.Entry!.Id, c.Reason, OpenTickets(state)));
}

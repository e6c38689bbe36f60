using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Windows;

/// <content>From the call to the end of the service.</content>
public sealed partial class WindowDecider
{
    private static Decision DecideService(WindowId window, SeatedTicket seat, ICommand command, in DecisionContext context) => command switch
    {
        Recall => seat.ArrivedAt is not null ? Rejections.ArrivedAlready
            : seat.Recalls >= context.Plan.Limits.Recalls ? Rejections.NoRecallsLeft
            : Recalled(window, seat, context.Plan.Limits),
        Arrive => seat.ArrivedAt is not null ? Decision.Nothing : Decision.Accept(Arrived(window, seat, context.Now)),
        StartService => Start(window, seat, context.Now),
        CompleteService c => Complete(window, seat, c, context.Plan),
        Pass => PassBy(window, seat, context),
        Hold c => Decision.Unless(
            TextRule.Check(c.Reason, "reason", context.Plan.Limits.MaxText)
                ?? (seat.Settled ? Rejections.SelectionSettledAlready : null),
            new TicketSetAside(window, seat.Step, seat.Ticket, seat.Household, c.Reason)),
        Transfer c => Decision.Unless(
            TextRule.Check(c.Reason, "reason", context.Plan.Limits.MaxText) ?? CheckTransfer(seat, c.Step, context.Plan),
            new TicketTransferred(window, seat.Step, seat.Ticket, seat.Household, c.Step, c.Reason)),
        _ => Rejections.UnknownCommand,
    };

    // A recall adds its interval to what is left, so that calling again early never shortens anyone's time.
    private static Decision Recalled(WindowId window, SeatedTicket seat, Limits limits) =>
        Decision.Accept(new TicketRecalled(
            window, seat.Step, seat.Ticket, seat.Number, seat.Household, seat.Recalls + 1, seat.Until + limits.RecallInterval));

    private static Decision RecallOrPass(WindowId window, SeatedTicket seat, Limits limits) =>
        seat.Recalls < limits.Recalls ? Recalled(window, seat, limits) : Decision.Accept(Missed(window, seat));

    private static Decision PassBy(WindowId window, SeatedTicket seat, in DecisionContext context)
    {
        var limits = context.Plan.Limits;
        return seat.ArrivedAt is not null ? Rejections.ArrivedAlready
            : seat.Recalls < limits.Recalls || context.Now < seat.CalledAt + limits.CallTimeout ? Rejections.RecallsLeft
            : Decision.Accept(Missed(window, seat));
    }

    private static NoShow Missed(WindowId window, SeatedTicket seat) =>
        new(window, seat.Step, seat.Ticket, seat.Number, seat.Household);

    private static HouseholdArrived Arrived(WindowId window, SeatedTicket seat, DateTimeOffset now) =>
        new(window, seat.Step, seat.Ticket, seat.Household, now);

    private static Decision Start(WindowId window, SeatedTicket seat, DateTimeOffset now)
    {
        var started = new ServiceStarted(window, seat.Step, seat.Ticket, seat.Number, seat.Household, now);
        return seat.StartedAt is not null ? Decision.Nothing
            : seat.ArrivedAt is not null ? Decision.Accept(started)
            : Decision.Accept(Arrived(window, seat, now), started);
    }

    private static Decision Complete(WindowId window, SeatedTicket seat, CompleteService c, Plan plan)
    {
        var limit = plan.Limits.MaxText;
        var no = TextRule.CheckOptional(c.Outcome, "outcome", limit) ?? TextRule.CheckOptional(c.Note, "note", limit);
        if (no is not null)
        {
            return no;
        }

        if (seat is not { ArrivedAt: { } arrived, StartedAt: { } started })
        {
            return seat.ArrivedAt is null ? Rejections.NotArrived : Rejections.ServiceNotStarted;
        }

        return plan.FindStep(seat.Step)?.Kind == ServiceKind.Selection && !seat.Settled
            ? Rejections.SelectionOpenYet
            : Decision.Accept(new ServiceCompleted(
                window, seat.Step, seat.Ticket, seat.Number, seat.Household, c.Outcome, c.Note, seat.CalledAt, arrived, started));
    }

    // To a side step, or back along the main line as far as selection; forward only by completing.
    private static Rejection? CheckTransfer(SeatedTicket seat, StepId to, Plan plan)
    {
        var from = plan.FindStep(seat.Step)!;
        if (plan.FindStep(to) is not { } target)
        {
            return Rejections.NotFound.For("step", to.Value);
        }

        if (seat.Settled)
        {
            return Rejections.SelectionSettledAlready;
        }

        if (from.Line == StepLine.Main && target.Line == StepLine.Side)
        {
            return null;
        }

        var line = plan.MainLine.ToList();
        var (at, back) = (line.IndexOf(from), line.IndexOf(target));
        var allowed = back >= 0 && back < at && target.Kind != ServiceKind.CheckIn
            && line[back..at].All(static s => s.Kind != ServiceKind.Selection);
        return allowed ? null : Rejections.TransferSkipsStep.For("step", to.Value);
    }
}

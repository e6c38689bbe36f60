using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Windows;

/// <content>From the call to the end of the service.</content>
public sealed partial class WindowDecider
{
    private static Decision DecideService(WindowId window, SeatedTicket seat, ICommand command, in DecisionContext context) => command switch
    {
        Recall => seat.ArrivedAt is not null ? Rejections.ArrivedAlready
            : CallingStopped(context) is { } stopped ? stopped
            : seat.Recalls >= context.Plan.Limits.Recalls ? Rejections.NoRecallsLeft
            : Recalled(window, seat, context.Plan.Limits),
        Arrive => seat.ArrivedAt is not null ? Decision.Nothing : Decision.Accept(Arrived(window, seat, context.Now)),
        StartService => Start(window, seat, context.Now),
        CompleteService c => Complete(window, seat, c, context.Plan),
        Pass => PassBy(window, seat, context),
        Hold c => Decision.Unless(
            seat.Settled ? Rejections.SelectionSettledAlready : null,
            new TicketSetAside(window, seat.Step, seat.Ticket, seat.Household, c.Reason)),
        Transfer c => Decision.Unless(
            CheckTransfer(seat, c.Step, context.Plan),
            new TicketTransferred(window, seat.Step, seat.Ticket, seat.Household, c.Step, c.Reason)),
        _ => Rejections.UnknownCommand,
    };

    // A recall adds its interval to what is left, so that calling again early never shortens anyone's time.
    private static Decision Recalled(WindowId window, SeatedTicket seat, Limits limits) =>
        Decision.Accept(new TicketRecalled(
            window, seat.Step, seat.Ticket, seat.Number, seat.Household, seat.Recalls + 1, seat.Until + limits.RecallInterval));

    private static Decision RecallOrPass(WindowId window, SeatedTicket seat, in DecisionContext context) =>
        CallingStopped(context) is not null ? Decision.Accept([.. TakenBack(window, seat)])
        : seat.Recalls < context.Plan.Limits.Recalls ? Recalled(window, seat, context.Plan.Limits)
        : Decision.Accept(Missed(window, seat));

    // By hand no sooner than by itself: all recalls are made, and the time that each of them gave is over.
    private static Decision PassBy(WindowId window, SeatedTicket seat, in DecisionContext context) =>
        seat.ArrivedAt is not null ? Rejections.ArrivedAlready
        : CallingStopped(context) is { } stopped ? stopped
        : seat.Recalls < context.Plan.Limits.Recalls || context.Now < seat.Until ? Rejections.RecallsLeft
        : Decision.Accept(Missed(window, seat));

    // While calling is stopped nobody can be missed. Who has not come yet waits at the old place, and is called anew, with all the time.
    private static IEnumerable<IEvent> TakenBack(WindowId window, SeatedTicket seat) =>
    [
        new WindowReleased(window, seat.Step, seat.Ticket, seat.Household),
        new SeatDeclined(window, seat.Step, seat.Ticket, seat.Household),
    ];

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
        if (seat is not { ArrivedAt: { } arrived, StartedAt: { } started })
        {
            return seat.ArrivedAt is null ? Rejections.NotArrived : Rejections.ServiceNotStarted;
        }

        return plan.FindStep(seat.Step)?.Kind == ServiceKind.Selection && !seat.Settled
            ? Rejections.SelectionOpenYet
            : Decision.Accept(new ServiceCompleted(
                window, seat.Step, seat.Ticket, seat.Number, seat.Household, c.Outcome, c.Note, seat.CalledAt, arrived, started));
    }

    // To a side step, or back along the main line without crossing selection; forward only by completing.
    private static Rejection? CheckTransfer(SeatedTicket seat, StepId to, Plan plan)
    {
        var (from, target) = (plan.FindStep(seat.Step)!, plan.FindStep(to)!);
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

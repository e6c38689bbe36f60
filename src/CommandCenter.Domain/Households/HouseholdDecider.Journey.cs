using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Privacy;

namespace CommandCenter.Domain.Households;

/// <content>From check-in to the end: the main line.</content>
public sealed partial class HouseholdDecider
{
    private static Decision DecideCheckIn(HouseholdState state, CheckIn c, in DecisionContext context)
    {
        if (state.CheckedIn)
        {
            return Rejections.CheckedInAlready;
        }

        if (!AcceptsNewcomers(context))
        {
            return context.Operation.Phase == OperationPhase.Suspended ? Rejections.OperationSuspendedNow : Rejections.OperationNotOpen;
        }

        var entry = state.Entry!;
        var present = c.Present.IsDefault ? [] : c.Present;
        var proxy = c.Proxy ?? entry.Proxy;
        var no = CheckPresent(entry, present, proxy) ?? CheckProxy(c.Proxy, context.Plan) ?? CheckPriority(c.Priority);
        var first = context.Plan.MainLine.First(static s => s.Kind != ServiceKind.CheckIn).Id;
        return Decision.Unless(no, new HouseholdCheckedIn(entry.Id, present, proxy, c.Priority ?? entry.Priority, first));
    }

    private static Rejection? CheckPresent(HouseholdEntry entry, IReadOnlyCollection<int> present, Proxy? proxy)
    {
        foreach (var no in present)
        {
            if (entry.Members.All(m => m.No != no))
            {
                return Rejections.NotFound.For("present", $"{no}");
            }
        }

        return present.Distinct().Count() != present.Count ? Rejections.Duplicate.For("present")
            : present.Count == 0 && proxy is null ? Rejections.Required.For("present")
            : null;
    }

    private static Rejection? CheckProxy(Proxy? proxy, Plan plan) =>
        proxy is null ? null
        : TextRule.Check(proxy.Name, "proxy.name", plan.Limits.MaxText) ?? TextRule.Check(proxy.IdTail, "proxy.idTail", 4);

    private static Rejection? CheckPriority(PriorityReason? priority) =>
        priority is { } p && !Enum.IsDefined(p) ? Rejections.OutOfRange.For("priority") : null;

    private static Decision DecideTicket(HouseholdState state, NoteTicket c) =>
        state.Ticket is null
            ? Decision.Accept(new HouseholdQueued(state.Entry!.Id, c.Step, c.Ticket, c.Number))
            : Rejections.TicketExists.With(state.Ticket.Id.Value);

    private static Decision DecideReportBack(HouseholdState state) =>
        state.Ticket is { Stage: TicketStage.Passed } ticket
            ? Decision.Accept(new HouseholdReportedBack(state.Entry!.Id, ticket.Step, ticket.Id))
            : Rejections.NotPassed;

    private static Decision DecideBegin(HouseholdState state, BeginStep c, Plan plan)
    {
        if (state.Ticket?.Id != c.Ticket)
        {
            return Rejections.NoTicket.With(c.Ticket.Value);
        }

        var entry = state.Entry!;
        var started = new StepStarted(entry.Id, c.Step, c.Ticket, c.Window);
        return plan.FindStep(c.Step)?.Kind == ServiceKind.Selection
            ? Decision.Accept(started, new SelectionOpened(
                entry.Id, c.Window, MaskedName.Of(entry.Members[0].Name), Remaining(state, plan)))
            : Decision.Accept(started);
    }

    // What is still open to choose: a household that comes back for its second flat has less left than at first.
    private static Band Remaining(HouseholdState state, Plan plan)
    {
        var band = Entitlement.BandOf(state.Entry!, plan.Prices);
        return band with
        {
            MaxArea = band.MaxArea - state.Units.Sum(static u => u.Area),
            MaxUnits = band.MaxUnits - state.Units.Length,
        };
    }

    private static Decision DecideComplete(HouseholdState state, CompleteStep c, Plan plan)
    {
        if (state.Ticket?.Id != c.Ticket)
        {
            return Rejections.NoTicket.With(c.Ticket.Value);
        }

        var household = state.Entry!.Id;
        if (state.Visit is { Began: true } visit && visit.Step == c.Step)
        {
            return Decision.Accept(
                new StepCompleted(household, c.Step, c.Ticket, c.Window, c.Outcome, null, null),
                new VisitEnded(household, c.Step, visit.Aside?.Id, visit.Aside?.Step));
        }

        // Who chose nothing has nothing to sign and nothing to settle.
        var next = state.Declined ? null : plan.NextOnMainLine(c.Step);
        var completed = new StepCompleted(household, c.Step, c.Ticket, c.Window, c.Outcome, next?.Id, state.Priority);
        return next is null
            ? Decision.Accept(completed, new JourneyCompleted(household, state.Declined, Settled(state, plan)))
            : Decision.Accept(completed);
    }

    private static decimal? Settled(HouseholdState state, Plan plan) =>
        state.Declined ? null : Entitlement.Difference(state.Entry!, state.Units, plan.Prices).Amount;

    private static Decision DecideDecline(HouseholdState state, Decline c, Plan plan)
    {
        var selecting = state.Ticket is { Stage: TicketStage.Serving } ticket && IsSelection(ticket.Step, plan);
        return Decision.Unless(
            TextRule.Check(c.Reason, "reason", plan.Limits.MaxText)
                ?? (!selecting ? Rejections.NotSelecting : state.Units.IsEmpty ? null : Rejections.HasUnits),
            new SelectionDeclined(state.Entry!.Id, state.Ticket?.Window, c.Reason));
    }

    private static UnitTaken Taken(HouseholdState state, Unit unit, Plan plan) =>
        new(state.Entry!.Id, unit, Entitlement.Difference(state.Entry, state.Units.Add(unit), plan.Prices));

    private static Decision DecideLoss(HouseholdState state, LoseUnit c, Plan plan)
    {
        if (state.Units.All(u => u.Id != c.Unit))
        {
            return Rejections.UnitNotConfirmed.With(c.Unit.Value);
        }

        var entry = state.Entry!;
        var left = state.Units.RemoveAll(u => u.Id == c.Unit);
        var lost = new UnitLost(entry.Id, c.Unit, c.Reason, Entitlement.Difference(entry, left, plan.Prices));
        var selection = plan.Steps.First(static s => s.Kind == ServiceKind.Selection).Id;

        // Still choosing: it simply chooses on. Past selection and left with nothing: it chooses again.
        return state.Current == selection || !left.IsEmpty
            ? Decision.Accept(lost)
            : Decision.Accept(lost, new SteppedBack(
                entry.Id, state.Current, selection, c.Reason, OpenTickets(state), state.Priority));
    }

    private static bool IsSelection(StepId step, Plan plan) => plan.FindStep(step)?.Kind == ServiceKind.Selection;
}

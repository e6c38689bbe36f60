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
        var first = context.Plan.MainLine.First(static s => s.Kind != ServiceKind.CheckIn).Id;
        return Decision.Unless(
            CheckPresent(entry, present, proxy),
            new HouseholdCheckedIn(entry.Id, present, proxy, c.Priority ?? entry.Priority, first));
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

    // It may have left or gone elsewhere while the ticket was on its way: one ticket at a time, and only where it stands.
    private static Decision DecideTicket(HouseholdState state, NoteTicket c)
    {
        if (state.Ticket?.Id == c.Ticket)
        {
            return Decision.Nothing;
        }

        var awaited = state.Visit is { Began: true } visit ? visit.Step : state.Current;
        return Decision.Accept(state.Ticket is null && awaited == c.Step
            ? new HouseholdQueued(state.Entry!.Id, c.Step, c.Ticket, c.Number)
            : new TicketUnclaimed(state.Entry!.Id, c.Step, c.Ticket));
    }

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
        return IsSelection(c.Step, plan)
            ? Decision.Accept(started, new SelectionOpened(
                entry.Id, c.Window, MaskedName.Of(entry.Members[0].Name), Entitlement.BandOf(entry, plan.Prices),
                [.. state.Units.Select(static u => u.Id)]))
            : Decision.Accept(started);
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

        // The confirmation was reversed while the clerk completed: nothing is chosen, and it chooses again.
        if (IsSelection(c.Step, plan) && state.Units.IsEmpty && !state.Declined)
        {
            return Decision.Accept([.. Leaving(state, plan), Back(state, c.Step, "房源确认已撤销，重新选房")]);
        }

        // Who chose nothing has nothing to sign and nothing to settle.
        var next = state.Declined ? null : plan.NextOnMainLine(c.Step);
        var completed = new StepCompleted(household, c.Step, c.Ticket, c.Window, c.Outcome, next?.Id, state.Priority);
        return next is null
            ? Decision.Accept([.. Leaving(state, plan), completed, new JourneyCompleted(household, state.Declined, Settled(state, plan))])
            : Decision.Accept([.. Leaving(state, plan), completed]);
    }

    private static decimal? Settled(HouseholdState state, Plan plan) =>
        state.Declined ? null : Entitlement.Difference(state.Entry!, state.Units, plan.Prices).Amount;

    private static Decision DecideDecline(HouseholdState state, Decline c, Plan plan) =>
        state.Ticket is not { Stage: TicketStage.Serving } ticket || !IsSelection(ticket.Step, plan) ? Rejections.NotSelecting
        : !state.Units.IsEmpty ? Rejections.HasUnits
        : state.Declined ? Decision.Nothing
        : Decision.Accept(new SelectionDeclined(state.Entry!.Id, ticket.Window, c.Reason));

    private static Decision DecideTaken(HouseholdState state, TakeUnit c, Plan plan)
    {
        if (state.Units.Any(u => u.Id == c.Unit.Id))
        {
            return Decision.Nothing;
        }

        var entry = state.Entry!;
        var taken = new UnitTaken(entry.Id, c.Unit, Entitlement.Difference(entry, state.Units.Add(c.Unit), plan.Prices));

        // Confirmed at the moment at which it declined and was done: it goes on after all, from where selection ends.
        return state is { Finished: true, Declined: true, GaveUp: false } && plan.NextOnMainLine(Selection(plan)) is { } next
            ? Decision.Accept(taken, Back(state, next.Id, "放弃选房的同时已确认房源，继续办理"))
            : Decision.Accept(taken);
    }

    private static Decision DecideLoss(HouseholdState state, LoseUnit c, Plan plan)
    {
        if (state.Units.All(u => u.Id != c.Unit))
        {
            return Rejections.UnitNotConfirmed.With(c.Unit.Value);
        }

        var entry = state.Entry!;
        var left = state.Units.RemoveAll(u => u.Id == c.Unit);
        var lost = new UnitLost(entry.Id, c.Unit, c.Reason, Entitlement.Difference(entry, left, plan.Prices));

        // Not past selection yet, or gone: nothing else changes. Past it and left with nothing: it chooses again.
        var past = state.Current is { } current
            ? plan.MainLine.SkipWhile(static s => s.Kind != ServiceKind.Selection).Skip(1).Any(s => s.Id == current)
            : !state.GaveUp;
        return past && left.IsEmpty
            ? Decision.Accept(lost, Back(state, Selection(plan), c.Reason))
            : Decision.Accept(lost);
    }

    private static StepId Selection(Plan plan) => plan.MainLine.First(static s => s.Kind == ServiceKind.Selection).Id;
}

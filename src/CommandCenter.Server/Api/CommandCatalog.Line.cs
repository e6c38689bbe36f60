using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Windows;
using CommandCenter.Server.Access;
using static CommandCenter.Domain.Plans.PostRole;

namespace CommandCenter.Server.Api;

/// <summary>The way of the households: the day itself, check-in, windows, flats.</summary>
public static partial class CommandCatalog
{
    private static IEnumerable<CatalogEntry> Operation()
    {
        var rows = new Rows("operation", static _ => GrainAddress.Operation, "self");
        var command = May.Give(Commander);
        var two = May.Give(Commander, Supervisor);
        var order = May.Give(Commander, Administrator);
        return
        [
            rows.Row<ConfirmReadiness>(
                "ready-check", May.Give(Commander, Administrator).And(Reach.OwnItem, Supervisor, GroupLeader, GroupDeputy, Clerk),
                "Confirms a readiness item."),
            rows.Row<OpenOperation>("open", command, "Opens the day; with open items only with a reason."),
            rows.Row<SuspendOperation>("suspend", two, "Stops all calling at once, with a sentence for the public."),
            rows.Bare<ResumeOperation>("resume", two, "Goes on; by somebody other than who suspended."),
            rows.Bare<BeginClosing>("closing", command, "Takes nobody new."),
            rows.Bare<CloseOperation>("close", command, "Ends the day."),
            rows.RowFor<RecordOrder>(GrainAddress.Draw, "record-order", order, "Records the order of selection with its evidence; once."),
            rows.RowFor<ComputeOrder>(GrainAddress.Draw, "compute-order", order, "Computes the order of selection from a public seed; once."),
        ];
    }

    private static IEnumerable<CatalogEntry> Households()
    {
        var rows = new Rows("households", static id => GrainAddress.Of(new HouseholdId(id)));
        var desk = May.Give(Reception);
        return
        [
            rows.Row<CheckIn>("check-in", desk, "Checks a household in: members present, proxy, priority reason."),
            rows.Bare<ReportBack>("report-back", desk, "A passed household is back."),
            rows.Row<Visit>("visit", desk, "Sends the household to a side step; its ticket waits meanwhile."),
            rows.Row<Decline>(
                "decline", May.Give().And(Reach.HouseholdAtOwnWindow, Clerk), "The household chooses none of the flats left."),
            rows.Row<StepBack>(
                "step-back", May.Give(Commander).And(Reach.GroupServesWindows, GroupLeader, GroupDeputy), "Returns to an earlier step."),
            rows.Row<GiveUp>("give-up", May.Give(Commander, Reception), "The household leaves for good."),
        ];
    }

    private static IEnumerable<CatalogEntry> Windows()
    {
        var rows = new Rows("windows", static id => GrainAddress.Of(new WindowId(id)));
        var clerk = May.ClerkOfWindow();
        var lead = clerk.And(Reach.WindowOfOwnGroup, GroupLeader, GroupDeputy).And(Reach.Anything, Commander);
        return
        [
            rows.Row<OpenWindow>("open", lead, "Opens, or ends a pause; for another of its steps if one is named."),
            rows.Row<PauseWindow>("pause", lead, "Takes no further calls."),
            rows.Bare<CloseWindow>("close", lead, "Closes; only when nobody is called to it or at it."),
            rows.Bare<CallNext>("call-next", clerk, "Asks for the next household."),
            rows.Row<CallTicket>("call", clerk, "Calls one ticket out of order, with a reason."),
            rows.Bare<Recall>("recall", clerk, "Calls again."),
            rows.Bare<Arrive>("arrive", clerk, "The household is here."),
            rows.Bare<StartService>("start", clerk, "Service begins."),
            rows.Row<CompleteService>("complete", clerk, "Service ends."),
            rows.Bare<Pass>("pass", clerk, "The household did not appear; only after all recalls."),
            rows.Row<Hold>("hold", clerk, "Puts the ticket aside."),
            rows.Row<ResumeHeld>("resume-held", clerk, "Takes a held ticket up again."),
            rows.Row<Transfer>("transfer", clerk, "Sends the household to another step."),
        ];
    }

    private static IEnumerable<CatalogEntry> Inventory()
    {
        var rows = new Rows("inventory", static _ => GrainAddress.Inventory, "main");
        var sale = May.Give(Commander, Administrator);
        var two = May.Give(Commander, Supervisor);
        return
        [
            rows.Row<ReserveUnit>("reserve", May.ClerkOfWindow(), "Keeps a flat for the household at a selection window."),
            rows.Row<ReleaseUnit>("release", May.Give().And(Reach.ReservationAtOwnWindow, Clerk), "Ends a reservation."),
            rows.Row<ConfirmUnit>("confirm", May.ClerkOfWindow(), "Takes a flat."),
            rows.Row<WithdrawUnit>("withdraw", sale, "Takes a flat off sale."),
            rows.Row<ReturnUnit>("return", sale, "Puts a flat on sale again."),
            rows.Row<ProposeReversal>("propose-reversal", two, "First signature for undoing a confirmation."),
            rows.Row<ApproveReversal>("approve-reversal", two, "Second signature, by the other of the two."),
        ];
    }
}

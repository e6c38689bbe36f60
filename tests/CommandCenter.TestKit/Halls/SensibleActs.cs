using CommandCenter.Domain;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.TestKit.Halls;

/// <summary>What people do who want the day to go on: serve who is there, call who waits, come when called, come back when missed.</summary>
public static class SensibleActs
{
    /// <summary>What everybody would do now; each act stands for itself, for the one before it changes the picture.</summary>
    public static IEnumerable<Act> All(HallView hall) =>
        hall.Phase == OperationPhase.Suspended
            ? [new(GrainAddress.Operation, new ResumeOperation(), "commander"), new(GrainAddress.Operation, new ResumeOperation(), "supervisor")]
            : hall.Plan.Windows.Select(w => AtWindow(hall, w)).Concat(hall.Households.Select(OfHousehold)).OfType<Act>();

    /// <summary>What the clerk of a window does now, or null where there is nothing to do.</summary>
    public static Act? AtWindow(HallView hall, WindowPlan plan)
    {
        var window = hall.Window(plan.Id);
        return window.Seat is { } seat ? Serve(hall, window, seat) : Free(hall, window, plan);
    }

    private static Act? OfHousehold(HouseholdState household) =>
        household.Ticket is { Stage: TicketStage.Passed }
            ? new(GrainAddress.Of(household.Entry!.Id), new ReportBack(), "reception")
            : null;

    private static Act? Serve(HallView hall, WindowState window, SeatedTicket seat)
    {
        if (seat.StartedAt is null)
        {
            return Clerk(window, seat.ArrivedAt is null ? new Arrive() : new StartService());
        }

        return hall.Plan.FindStep(seat.Step)!.Kind == ServiceKind.Selection && !seat.Settled
            ? Choose(hall, window.Id, seat.Household)
            : Clerk(window, new CompleteService(null, null));
    }

    private static Act? Choose(HallView hall, WindowId window, HouseholdId household)
    {
        var inventory = hall.Inventory;
        if (inventory.Admitted.GetValueOrDefault(household) is not { } admission || admission.Window != window)
        {
            return null;
        }

        if (admission.Reserved is { } reserved)
        {
            return new(GrainAddress.Inventory, new ConfirmUnit(household, reserved, window), PostAt(window));
        }

        var left = admission.Band.MaxArea - inventory.Held.GetValueOrDefault(household).Area;
        var free = inventory.Units.Values.Where(u => u.Status == UnitStatus.Free && u.Unit.Area <= left).MaxBy(static u => u.Unit.Area);
        return free is null
            ? new(GrainAddress.Of(household), new Decline("没有合适的房源"), PostAt(window))
            : new(GrainAddress.Inventory, new ReserveUnit(household, free.Unit.Id, window), PostAt(window));
    }

    // A window of several steps goes where people wait.
    private static Act? Free(HallView hall, WindowState window, WindowPlan plan)
    {
        var wanted = plan.Steps.Where(s => Waits(hall.Queue(s))).ToList();
        if (window.Mode != WindowMode.Open)
        {
            return Clerk(window, new OpenWindow(wanted.Count > 0 ? wanted[0] : null));
        }

        var here = window.Step!.Value;
        if (wanted.Count > 0 && !wanted.Contains(here))
        {
            return Clerk(window, new PauseWindow("改办其他环节"));
        }

        var held = hall.Queue(here).Tickets.Values.FirstOrDefault(static t => t.Place == TicketPlace.HeldAtWindow);
        return held is not null ? Clerk(window, new ResumeHeld(held.Id))
            : window.Asking ? null
            : Clerk(window, new CallNext());
    }

    private static bool Waits(TicketQueueState queue) =>
        queue.Tickets.Values.Any(static t => t.Place is TicketPlace.Waiting or TicketPlace.HeldAtWindow);

    private static Act Clerk(WindowState window, ICommand command) => new(GrainAddress.Of(window.Id), command, PostAt(window.Id));

    internal static string PostAt(WindowId window) => $"clerk-{window.Value[1..]}";
}

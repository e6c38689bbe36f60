using CommandCenter.Boards.Households;
using CommandCenter.Boards.Queues;
using CommandCenter.Domain.Entitlements;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Windows;

/// <summary>Shows each window to its clerk.</summary>
internal sealed class WindowProjection(Day day, TopicTable table) : ISubscriber
{
    private const int NextShown = 3;

    public void Subscribe(Subscriptions on)
    {
        on.On<PlanAdopted>((e, entry) =>
        {
            foreach (var window in e.Plan.Windows)
            {
                Touch(window.Id, entry);
            }
        });
        SubscribeWindow(on);
        SubscribeHousehold(on);
        SubscribeQueue(on);
    }

    private void SubscribeWindow(Subscriptions on)
    {
        on.On<WindowOpened>((e, entry) => Touch(e.Window, entry));
        on.On<WindowPaused>((e, entry) => Touch(e.Window, entry));
        on.On<WindowClosed>((e, entry) => Touch(e.Window, entry));
        on.On<NextAsked>((e, entry) => Touch(e.Window, entry));
        on.On<TicketAsked>((e, entry) => Touch(e.Window, entry));
        on.On<AskDeclined>((e, entry) => Touch(e.Window, entry));
        on.On<TicketSeated>((e, entry) => Touch(e.Window, entry));
        on.On<TicketRecalled>((e, entry) => Touch(e.Window, entry));
        on.On<HouseholdArrived>((e, entry) => Touch(e.Window, entry));
        on.On<ServiceStarted>((e, entry) => Touch(e.Window, entry));
        on.On<SelectionSettled>((e, entry) => Touch(e.Window, entry));
        on.On<SelectionUnsettled>((e, entry) => Touch(e.Window, entry));
        on.On<ServiceCompleted>((e, entry) => Touch(e.Window, entry));
        on.On<NoShow>((e, entry) => Touch(e.Window, entry));
        on.On<TicketSetAside>((e, entry) => Touch(e.Window, entry));
        on.On<TicketTransferred>((e, entry) => Touch(e.Window, entry));
        on.On<WindowReleased>((e, entry) => Touch(e.Window, entry));
    }

    private void SubscribeHousehold(Subscriptions on)
    {
        on.On<SelectionOpened>((e, entry) => TouchAt(e.Household, entry));
        on.On<UnitTaken>((e, entry) => TouchAt(e.Household, entry));
        on.On<UnitLost>((e, entry) => TouchAt(e.Household, entry));
        on.On<SelectionDeclined>((e, entry) => TouchAt(e.Household, entry));
        on.On<SteppedBack>((e, entry) => TouchAt(e.Household, entry));
        on.On<UnitReserved>((e, entry) => TouchAt(e.Household, entry));
        on.On<UnitReleased>((e, entry) => TouchAt(e.Household, entry));
        on.On<UnitConfirmed>((e, entry) => TouchAt(e.Household, entry));
    }

    private void SubscribeQueue(Subscriptions on)
    {
        on.On<QueueRanked>((e, entry) => TouchStep(e.Step, entry));
        on.On<TicketIssued>((e, entry) => TouchStep(e.Step, entry));
        on.On<TicketCalled>((e, entry) => TouchStep(e.Step, entry));
        on.On<TicketReturned>((e, entry) => TouchStep(e.Step, entry));
        on.On<TicketRequeued>((e, entry) => TouchStep(e.Step, entry));
        on.On<TicketHeld>((e, entry) => TouchStep(e.Step, entry));
        on.On<TicketResumed>((e, entry) => TouchStep(e.Step, entry));
        on.On<TicketEnded>((e, entry) => TouchStep(e.Step, entry));
    }

    private void TouchAt(HouseholdId household, JournalEntry entry) => day.Households.Peek(household).Window?.Topic?.Touch(entry);

    private void TouchStep(StepId step, JournalEntry entry)
    {
        foreach (var window in day.Queues.Peek(step).Windows)
        {
            window.Topic?.Touch(entry);
        }
    }

    private void Touch(WindowId id, JournalEntry entry)
    {
        var window = day.Windows[id];
        window.Topic ??= table.Add(TopicNames.Of(id), () => Build(day, window));
        window.Topic.Touch(entry);
    }

    private static WindowBoard Build(Day day, WindowFacts window)
    {
        var queue = window.Step is { } step ? day.Queues.Peek(step) : null;
        return new()
        {
            Window = window.Id,
            Name = window.Name,
            Status = window.Status,
            StatusSince = window.StatusSince,
            PauseReason = window.PauseReason,
            Step = window.Step,
            StepName = queue?.Name,
            Kind = queue?.Plan?.Kind,
            Clerk = window.Clerk,
            AskingSince = window.AskingSince,
            Declined = window.Declined,
            Ticket = window.Seat is { } seat ? Show(seat) : null,
            Household = window.Seat is { } at ? Show(at, day) : null,
            Reservation = window.Seat?.Household.Reservation is { Until: { } until, Unit: { } unit } ? new(unit, until) : null,
            Expected = window.Seat?.Household is { } chooses ? Expect(chooses, day) : null,
            Next = queue is null ? [] : [.. queue.InCallOrder.Take(NextShown).Select(Show)],
            Held = queue is null ? [] : [.. HeldIn(queue).Select(Show)],
            Served = window.Services.Count,
            MeanServiceSeconds = window.Services.Mean,
        };
    }

    private static WorkedSum? Expect(HouseholdFacts household, Day day) =>
        household is { Entry: { } entry, Reservation.Unit: { } kept }
            ? WorkedSums.Show(Entitlement.Difference(entry, [.. household.Units, kept], day.Plan.Prices), day.Plan)
            : null;

    private static IEnumerable<TicketFacts> HeldIn(QueueFacts queue) => queue.Open.Values
        .Where(static t => t.Standing == TicketStanding.Held)
        .OrderBy(static t => t.Issued);

    private static NextTicket Show(TicketFacts t) => new(t.Id, t.Number, t.Household.Number, t.Priority, t.HoldReason);

    private static WindowTicket Show(SeatFacts seat) => new(
        seat.Ticket, seat.Number, seat.Phase, seat.Priority, seat.CalledAt, seat.Recalls,
        seat.Phase == WindowPhase.Called ? seat.Until : null, seat.ArrivedAt, seat.StartedAt, seat.Settled);

    private static HouseholdSheet Show(SeatFacts seat, Day day)
    {
        var household = seat.Household;
        var verifies = day.Plan.FindStep(seat.Step)?.Kind == ServiceKind.Verification;
        return new()
        {
            Id = household.Id,
            Number = household.Number,
            Members = household.Entry is null ? [] :
            [
                .. household.Entry.Members.Select(m => new SheetMember(
                    m.No, m.Name, household.Present.Contains(m.No), m.Added, verifies ? m.IdTail : null)),
            ],
            Proxy = household.Proxy is { } proxy ? new(proxy.Name, verifies ? proxy.IdTail : null) : null,
            PeoplePresent = household.PeopleCame,
            Priority = household.Priority,
            SecondChild = household.Entry?.SecondChild ?? false,
            Band = household.Band,
            Units = [.. household.Units],
            Declined = household.Declined,
            Difference = household.Difference is { } difference ? WorkedSums.Show(difference, day.Plan) : null,
        };
    }
}

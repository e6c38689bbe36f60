using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Windows;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Windows;

/// <summary>Keeps the facts of the windows.</summary>
internal sealed class WindowFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on)
    {
        on.On<WindowOpened>((e, entry) => day.Windows[e.Window].Open(e.Step, day.Who(e.Clerk), entry));
        on.On<WindowPaused>((e, entry) => day.Windows[e.Window].Pause(e.Reason, entry));
        on.On<WindowClosed>((e, entry) => day.Windows[e.Window].Close(entry));
        on.On<MoveOrdered>(Order);
        on.On<NextAsked>((e, entry) => Ask(e.Window, entry));
        on.On<TicketAsked>((e, entry) => Ask(e.Window, entry));
        on.On<AskDeclined>((e, _) => (day.Windows[e.Window].AskingSince, day.Windows[e.Window].Declined) = (null, e.Code));
        on.On<TicketSeated>((e, _) => Seat(e));
        on.On<TicketRecalled>((e, _) => Change(e.Window, s => (s.Recalls, s.Until) = (e.Count, e.Until)));
        on.On<HouseholdArrived>((e, _) => Change(e.Window, s => s.ArrivedAt = e.ArrivedAt));
        on.On<ServiceStarted>((e, _) => Change(e.Window, s => (s.ArrivedAt, s.StartedAt) = (s.ArrivedAt ?? e.StartedAt, e.StartedAt)));
        on.On<SelectionSettled>((e, _) => Change(e.Window, static s => s.Settled = true));
        on.On<SelectionUnsettled>((e, _) => Change(e.Window, static s => s.Settled = false));
        on.On<ServiceCompleted>(Complete);
        on.On<NoShow>((e, _) => day.Windows[e.Window].Leave());
        on.On<TicketSetAside>((e, _) => day.Windows[e.Window].Leave());
        on.On<TicketTransferred>((e, _) => day.Windows[e.Window].Leave());
        on.On<WindowReleased>((e, _) => day.Windows[e.Window].Leave());
    }

    private void Order(MoveOrdered e, JournalEntry entry)
    {
        foreach (var window in e.Move.Windows)
        {
            day.Windows[window].Ordered = new(e.Move, e.Move.At > entry.At ? e.Move.At.Value : entry.At);
        }
    }

    private void Ask(WindowId id, JournalEntry entry)
    {
        var window = day.Windows[id];
        window.AskingSince = entry.At;
        window.Declined = null;
    }

    private void Seat(TicketSeated e) =>
        day.Windows[e.Window].Take(new(e.Ticket, day.Households[e.Household])
        {
            Number = e.Number,
            Step = e.Step,
            Priority = e.Priority,
            CalledAt = e.CalledAt,
            Until = e.Until,
        });

    private void Complete(ServiceCompleted e, JournalEntry entry)
    {
        var window = day.Windows[e.Window];
        window.Services.Add(entry.At - e.StartedAt);
        window.Leave();
    }

    private void Change(WindowId window, Action<SeatFacts> change)
    {
        if (day.Windows[window].Seat is { } seat)
        {
            change(seat);
        }
    }
}

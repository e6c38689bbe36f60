using CommandCenter.Boards.Households;
using CommandCenter.Boards.Moments;
using CommandCenter.Boards.Queues;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Windows;

/// <summary>What is known of a window.</summary>
internal sealed class WindowFacts(WindowId id, Day day)
{
    public WindowId Id => id;

    public Label Name { get; private set; } = new(id.Value, id.Value);

    public WindowStatus Status { get; private set; }

    public DateTimeOffset? StatusSince { get; private set; }

    /// <summary>The step it serves; its usual one while it is closed. The step's queue knows its windows.</summary>
    public StepId? Step
    {
        get;
        private set
        {
            if (field == value)
            {
                return;
            }

            if (field is { } before)
            {
                day.Queues[before].Windows.Remove(this);
            }

            if (value is { } now)
            {
                day.Queues[now].Windows.Add(this);
            }

            field = value;
        }
    }

    /// <summary>Its topic, once it has one.</summary>
    public Topic? Topic { get; set; }

    public Who? Clerk { get; private set; }

    public string? PauseReason { get; private set; }

    /// <summary>Since when the clerk has been ready for the next household without getting one.</summary>
    public DateTimeOffset? AskingSince { get; set; }

    /// <summary>Why the last request could not be met: the refusal's code.</summary>
    public string? Declined { get; set; }

    public SeatFacts? Seat { get; private set; }

    /// <summary>What command ordered of it last, until it is done with: a window that opens has carried it out, or does otherwise.</summary>
    public OrderedMove? Ordered { get; set; }

    public Durations Services { get; } = new();

    public WindowPhase Phase => Seat?.Phase ?? WindowPhase.Free;

    private StepId? Usual { get; set; }

    public void Adopt(WindowPlan plan)
    {
        Name = plan.Name;
        Usual = plan.Steps.IsEmpty ? null : plan.Steps[0];
        if (Status == WindowStatus.Closed)
        {
            Step = Usual;
        }
    }

    public void Open(StepId step, Who clerk, JournalEntry entry)
    {
        Enter(WindowStatus.Open, entry);
        Ordered = Ordered is { Move.Kind: MoveKind.Break } rest && rest.From > entry.At ? rest : null;
        Step = step;
        Clerk = clerk;
    }

    public void Pause(string reason, JournalEntry entry)
    {
        Enter(WindowStatus.Paused, entry);
        PauseReason = reason;
    }

    public void Close(JournalEntry entry)
    {
        Enter(WindowStatus.Closed, entry);
        Ordered = null;
        Step = Usual ?? Step;
        Clerk = null;
    }

    public void Take(SeatFacts seat)
    {
        Leave();
        AskingSince = null;
        Declined = null;
        Seat = seat;
        seat.Household.Window = this;
    }

    public void Leave()
    {
        if (Seat?.Household is { } household && household.Window == this)
        {
            household.Window = null;
        }

        Seat = null;
    }

    private void Enter(WindowStatus status, JournalEntry entry)
    {
        Status = status;
        StatusSince = entry.At;
        PauseReason = null;
        AskingSince = null;
        Declined = null;
    }
}

/// <summary>A ticket at a window.</summary>
internal sealed class SeatFacts(TicketId ticket, HouseholdFacts household)
{
    public TicketId Ticket => ticket;

    public HouseholdFacts Household => household;

    public required string Number { get; init; }

    public required StepId Step { get; init; }

    public required PriorityReason? Priority { get; init; }

    public required DateTimeOffset CalledAt { get; init; }

    /// <summary>When the next recall or the pass is due.</summary>
    public required DateTimeOffset Until { get; set; }

    public int Recalls { get; set; }

    public DateTimeOffset? ArrivedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>At a selection window: the household has chosen or declined; the service can be completed.</summary>
    public bool Settled { get; set; }

    public WindowPhase Phase =>
        StartedAt is not null ? WindowPhase.Serving
        : ArrivedAt is not null ? WindowPhase.Arrived
        : WindowPhase.Called;
}

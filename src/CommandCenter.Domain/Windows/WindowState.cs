using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Windows;

/// <summary>Whether a window takes calls.</summary>
public enum WindowMode
{
    /// <summary>Not in use.</summary>
    Closed,

    /// <summary>In use.</summary>
    Open,

    /// <summary>In use, but takes no further calls.</summary>
    Paused,
}

/// <summary>The ticket at a window and its times.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Number">For people.</param>
/// <param name="Household">Whose it is.</param>
/// <param name="Step">The step it was called for.</param>
/// <param name="CalledAt">When it was called.</param>
/// <param name="Until">When the next recall or the pass is due, while nobody has come.</param>
/// <param name="Recalls">Recalls so far.</param>
/// <param name="ArrivedAt">When the household came.</param>
/// <param name="StartedAt">When service began.</param>
/// <param name="Settled">At a selection window: a flat is confirmed or selection declined.</param>
public sealed record SeatedTicket(
    TicketId Ticket, string Number, HouseholdId Household, StepId Step, DateTimeOffset CalledAt, DateTimeOffset Until,
    int Recalls = 0, DateTimeOffset? ArrivedAt = null, DateTimeOffset? StartedAt = null, bool Settled = false);

/// <summary>A service window: free, or with one ticket.</summary>
/// <param name="Id">The window.</param>
/// <param name="Mode">Whether it takes calls.</param>
/// <param name="Step">The step it serves now, or served last.</param>
/// <param name="Asking">It asked and has no answer yet.</param>
/// <param name="Seat">The ticket at it.</param>
/// <param name="BySuspension">Paused because the day is suspended.</param>
/// <param name="Clerk">The post at it, or the last one.</param>
public sealed record WindowState(
    WindowId Id, WindowMode Mode, StepId? Step, bool Asking, SeatedTicket? Seat, bool BySuspension, string Clerk);

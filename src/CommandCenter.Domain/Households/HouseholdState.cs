using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Households;

/// <summary>Where a ticket stands, as far as the household knows.</summary>
public enum TicketStage
{
    /// <summary>Waiting, or aside during a visit.</summary>
    Waiting,

    /// <summary>Called to a window.</summary>
    Called,

    /// <summary>At the window.</summary>
    Serving,

    /// <summary>Passed; it may report back.</summary>
    Passed,
}

/// <summary>A ticket that a household holds.</summary>
public sealed record HeldTicket(StepId Step, TicketId Id, TicketStage Stage, WindowId? Window);

/// <summary>A side step wished or under way; the main-line ticket that was put aside for it, if any.</summary>
public sealed record SideVisit(StepId Step, HeldTicket? Aside, bool Began);

/// <summary>
/// The journey of one household. At most one ticket is active at a time, which is why it can never be at two windows.
/// </summary>
/// <param name="Entry">The list's facts; null before it is registered.</param>
/// <param name="Present">Member numbers present; empty before check-in.</param>
/// <param name="Proxy">Who may sign instead.</param>
/// <param name="Priority">Why it has priority, if it has.</param>
/// <param name="Current">The step of the main line it is at; null before check-in and at the end.</param>
/// <param name="Ticket">The active ticket, if any.</param>
/// <param name="Visit">The side step, if any.</param>
/// <param name="Units">Confirmed flats.</param>
/// <param name="Declined">It chose none.</param>
/// <param name="Finished">Done or left.</param>
/// <param name="GaveUp">Left for good.</param>
public sealed record HouseholdState(
    HouseholdEntry? Entry, ImmutableArray<int> Present, Proxy? Proxy, PriorityReason? Priority, StepId? Current,
    HeldTicket? Ticket, SideVisit? Visit, ImmutableArray<Unit> Units, bool Declined, bool Finished, bool GaveUp)
{
    /// <summary>Before the first event.</summary>
    public static readonly HouseholdState Initial = new(null, [], null, null, null, null, null, [], false, false, false);

    /// <summary>Whether it has come.</summary>
    public bool CheckedIn => !Present.IsEmpty || Proxy is not null && Current is not null || Finished;
}

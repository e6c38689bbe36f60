using CommandCenter.Domain.Draws;
using CommandCenter.Domain.Households;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards;

/// <summary>The events of which no board shows anything, each for a reason. An event that is neither here nor subscribed to stops the boards.</summary>
internal static class NotShown
{
    public static IReadOnlyCollection<Type> Types { get; } =
    [
        // The queue and the window have said it: what the household takes note of adds nothing to a screen.
        typeof(HouseholdQueued), typeof(HouseholdNotified), typeof(HouseholdPassed), typeof(HouseholdReportedBack),
        typeof(HouseholdWaitingAgain), typeof(TicketUnclaimed), typeof(StepStarted), typeof(VisitWished), typeof(VisitBegan), typeof(VisitEnded),

        // Between queue and window: the clerk's request stands at the window until a ticket is seated or the request declined.
        typeof(WindowWaiting), typeof(WindowWithdrawn), typeof(CallDeclined), typeof(SeatDeclined),

        // Who may choose where is the inventory's own business; the window shows who stands at it.
        typeof(SelectionClosed), typeof(HouseholdAdmitted), typeof(HouseholdDismissed),

        // Who takes part in the draw; the order that comes of it is shown.
        typeof(DrawListFrozen),
    ];
}

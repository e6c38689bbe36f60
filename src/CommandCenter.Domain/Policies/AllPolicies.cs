namespace CommandCenter.Domain.Policies;

/// <summary>The policies in force, in the order in which they react to one event.</summary>
public static class AllPolicies
{
    /// <summary>Every policy.</summary>
    public static IReadOnlyList<IPolicy> List { get; } =
    [
        new HouseholdCheckedInGetsTicket(),
        new TicketIssuedIsNoted(),
        new NextAskedAsksQueue(),
        new TicketAskedAsksQueue(),
        new TicketCalledSeatsAtWindow(),
        new TicketCalledNotifiesHousehold(),
        new CallDeclinedFreesWindow(),
        new SeatDeclinedReturnsTicket(),
        new TicketReturnedIsNoted(),
        new NoShowPassesTicket(),
        new TicketPassedIsNoted(),
        new HouseholdReportedBackRequeues(),
        new ServiceStartedBeginsStep(),
        new SelectionOpenedAdmitsHousehold(),
        new UnitConfirmedIsTaken(),
        new SelectionDeclinedSettlesWindow(),
        new UnitReversedIsLost(),
        new UnitTakenOpensCase(),
        new ServiceCompletedClosesTicket(),
        new StepCompletedGetsNextTicket(),
        new JourneyCompletedAnswersCase(),
        new TicketSetAsideHoldsTicket(),
        new TicketHeldIsNoted(),
        new TicketTransferredMovesHousehold(),
        new VisitWishedHoldsTicket(),
        new VisitBeganGetsTicket(),
        new VisitEndedResumesTicket(),
        new SteppedBackGetsTicket(),
        new HouseholdGaveUpEndsTickets(),
        new TicketEndedReleasesWindow(),
        new DrawOrderRecordedRanksQueue(),
        new DrawOrderComputedRanksQueue(),
        new OperationSuspendedPausesWindows(),
        new OperationResumedOpensWindows(),
        new WindowPausedWithdraws(),
        new WindowClosedWithdraws(),
    ];
}

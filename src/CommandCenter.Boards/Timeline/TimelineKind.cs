namespace CommandCenter.Boards.Timeline;

/// <summary>The sentences of the timeline, each with its arguments.</summary>
public enum TimelineKind
{
    /// <summary>Everything is confirmed.</summary>
    Ready,

    /// <summary>The day opened.</summary>
    Opened,

    /// <summary>The day opened with open readiness items. 0: how many; 1: the commander's reason.</summary>
    OpenedWithOverride,

    /// <summary>Every post answered the communication check in time.</summary>
    CommunicationPassed,

    /// <summary>Posts did not answer the communication check in time. 0: how many.</summary>
    CommunicationSilent,

    /// <summary>All calling stopped. 0: the public sentence.</summary>
    Suspended,

    /// <summary>The day goes on.</summary>
    Resumed,

    /// <summary>No new tickets.</summary>
    Closing,

    /// <summary>The day is over.</summary>
    Closed,

    /// <summary>The order of selection is published. 0: households; 1: evidence.</summary>
    OrderPublished,

    /// <summary>A window takes no calls. 0: window; 1: reason.</summary>
    WindowPaused,

    /// <summary>A ticket was called out of order. 0: ticket number; 1: window; 2: reason.</summary>
    CalledOutOfOrder,

    /// <summary>A ticket now comes after everyone else. 0: ticket's household number; 1: step.</summary>
    EndOfDay,

    /// <summary>A household went back. 0: household number; 1: step; 2: reason.</summary>
    SteppedBack,

    /// <summary>A household chose none of the flats left. 0: household number; 1: reason.</summary>
    Declined,

    /// <summary>A household left for good. 0: household number; 1: reason.</summary>
    GaveUp,

    /// <summary>A flat was taken off sale. 0: flat; 1: reason.</summary>
    UnitWithdrawn,

    /// <summary>A flat is on sale again. 0: flat.</summary>
    UnitReturned,

    /// <summary>Undoing a confirmation was proposed. 0: flat; 1: reason.</summary>
    ReversalProposed,

    /// <summary>A confirmation was undone. 0: flat; 1: reason.</summary>
    UnitReversed,

    /// <summary>A place of the site is as stated. 0: zone; 1: state; 2: reason.</summary>
    ZoneStateSet,

    /// <summary>A member's report is late beyond the grace. 0: group; 1: member.</summary>
    RollMissed,

    /// <summary>The lead of a group passed on. 0: group; 1: member.</summary>
    LeadTaken,

    /// <summary>A group cannot carry out an order. 0: group; 1: order; 2: reason.</summary>
    OrderRefused,

    /// <summary>An order is overdue. 0: group; 1: order; 2: level 1 to 3.</summary>
    OrderOverdue,

    /// <summary>An incident. 0: type; 1: zone; 2: severity.</summary>
    IncidentRaised,

    /// <summary>Nobody acknowledged in time. 0: type; 1: zone; 2: who has been told.</summary>
    IncidentNotAcknowledged,

    /// <summary>Nobody was there in time. 0: type; 1: zone; 2: who has been told.</summary>
    IncidentNotReached,

    /// <summary>It was not resolved in time. 0: type; 1: zone; 2: who has been told.</summary>
    IncidentNotResolved,

    /// <summary>Its severity changed. 0: type; 1: zone; 2: from; 3: to.</summary>
    IncidentSeverityChanged,

    /// <summary>It is part of another. 0: type; 1: zone; 2: the other's id.</summary>
    IncidentMerged,

    /// <summary>It was none. 0: type; 1: zone.</summary>
    IncidentFalseAlarm,

    /// <summary>It is resolved. 0: type; 1: zone.</summary>
    IncidentResolved,

    /// <summary>It is open again. 0: type; 1: zone.</summary>
    IncidentReopened,

    /// <summary>A matter was not answered in time. 0: its number; 1: the post that has been told.</summary>
    CaseOverdue,

    /// <summary>A matter is open again. 0: its number; 1: reason.</summary>
    CaseReopened,

    /// <summary>A meeting was held. 0: decisions; 1: suggestions.</summary>
    MeetingHeld,

    /// <summary>The drill runs.</summary>
    DrillStarted,

    /// <summary>The drill's clock stands.</summary>
    DrillPaused,

    /// <summary>It goes on.</summary>
    DrillResumed,

    /// <summary>The drill is over.</summary>
    DrillEnded,

    /// <summary>An inject reached the players. 0: its text.</summary>
    InjectDelivered,
}

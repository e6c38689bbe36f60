namespace CommandCenter.Boards.Queues;

/// <summary>Where an open ticket stands.</summary>
public enum TicketStanding
{
    /// <summary>Waiting to be called.</summary>
    Waiting,

    /// <summary>Called to a window; perhaps there, not yet served.</summary>
    Called,

    /// <summary>Being served.</summary>
    InService,

    /// <summary>Did not appear, and has not reported back.</summary>
    Passed,

    /// <summary>Put aside.</summary>
    Held,
}

namespace CommandCenter.Boards.Windows;

/// <summary>Whether a window serves.</summary>
public enum WindowStatus
{
    /// <summary>Not in use.</summary>
    Closed,

    /// <summary>Serves.</summary>
    Open,

    /// <summary>Takes no calls for now.</summary>
    Paused,
}

/// <summary>How far the ticket at a window is.</summary>
public enum WindowPhase
{
    /// <summary>No ticket.</summary>
    Free,

    /// <summary>Called; the household has yet to appear.</summary>
    Called,

    /// <summary>The household is there.</summary>
    Arrived,

    /// <summary>Being served.</summary>
    Serving,
}

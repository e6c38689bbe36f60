namespace CommandCenter.Boards.Incidents;

/// <summary>How far an incident is.</summary>
public enum IncidentStage
{
    /// <summary>Raised, not yet acknowledged.</summary>
    Raised,

    /// <summary>Somebody has seen it.</summary>
    Acknowledged,

    /// <summary>Somebody is on the way.</summary>
    Responding,

    /// <summary>Somebody is there.</summary>
    OnScene,

    /// <summary>Resolved, to be reviewed.</summary>
    Resolved,

    /// <summary>Reviewed and closed.</summary>
    Closed,

    /// <summary>Part of another incident.</summary>
    Merged,

    /// <summary>It was none.</summary>
    FalseAlarm,
}

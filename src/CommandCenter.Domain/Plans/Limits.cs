namespace CommandCenter.Domain.Plans;

/// <summary>Times and numbers of the rules; the plan may change each. Defaults are those of the reference operation.</summary>
public sealed record Limits
{
    /// <summary>How long a called household has to appear before the first recall. Default 120 s; 10 s to 30 min.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Recalls after the call. Default 2; 0 to 10.</summary>
    public int Recalls { get; init; } = 2;

    /// <summary>Time from one recall to the next, and from the last to the pass. Default 60 s; 10 s to 30 min.</summary>
    public TimeSpan RecallInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A passed ticket that reported back returns after this many further calls. Default 5; 0 to 100.</summary>
    public int PassBack { get; init; } = 5;

    /// <summary>The pass that moves a ticket to the end of the day. Default 3; 1 to 10.</summary>
    public int PassesToEndOfDay { get; init; } = 3;

    /// <summary>At most one priority call in so many calls. Default 3; 2 to 20.</summary>
    public int PriorityEvery { get; init; } = 3;

    /// <summary>A window that asked while nobody waited gets the next arrival. Default true.</summary>
    public bool ReadyWindowGetsNextArrival { get; init; } = true;

    /// <summary>How long a flat stays reserved. Default 5 min; 30 s to 60 min.</summary>
    public TimeSpan ReserveFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Members of task groups report this often. Default 30 min; 5 min to 4 h.</summary>
    public TimeSpan RollCallEvery { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after a missed roll call amber becomes red. Default 5 min; 1 min to 1 h.</summary>
    public TimeSpan RollCallRedAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>When a simple case is due: so long before the day closes. Default 0; 0 to 12 h.</summary>
    public TimeSpan SimpleCaseBeforeClose { get; init; } = TimeSpan.Zero;

    /// <summary>Within which a complex case needs its dated interim reply. Default 24 h; 1 h to 30 days.</summary>
    public TimeSpan ComplexInterimWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>From overdue at one level to overdue at the next. Default 10 min; 1 min to 24 h.</summary>
    public TimeSpan EscalateEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest free text, in characters. Default 500; 50 to 5,000. Minutes of meetings may have ten times that.</summary>
    public int MaxText { get; init; } = 500;
}

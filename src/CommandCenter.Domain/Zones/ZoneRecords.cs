using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Zones;

/// <summary>How a place of the site is, as those who keep it say.</summary>
public enum ZoneCondition
{
    /// <summary>As planned.</summary>
    Open,

    /// <summary>So full that nobody should be sent there.</summary>
    Crowded,

    /// <summary>Stopped for now; nobody is let in.</summary>
    Paused,

    /// <summary>Not in use.</summary>
    Closed,
}

/// <summary>A place of the site is as stated from here on.</summary>
[Stored("zone.state-set.v1")]
public sealed record ZoneStateSet(ZoneId Zone, ZoneCondition State, string? Reason) : IEvent;

/// <summary>States how a place is. Reason: needed where people are kept out, so that everyone who asks can be told.</summary>
public sealed record SetZoneState(ZoneCondition State, string? Reason) : ICommand;

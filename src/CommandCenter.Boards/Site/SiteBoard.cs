using System.Collections.Immutable;
using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Incidents;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Zones;

namespace CommandCenter.Boards.Site;

/// <summary>The colours with their fixed meanings.</summary>
public enum Light
{
    /// <summary>Not in use.</summary>
    Grey,

    /// <summary>As planned.</summary>
    Green,

    /// <summary>Will be overdue.</summary>
    Amber,

    /// <summary>Stopped or overdue: act now.</summary>
    Red,
}

/// <summary>Topic <c>site</c>: zones and groups with their lights, open incidents, overdue orders. For staff.</summary>
public sealed record SiteBoard
{
    /// <summary>The places of the site, in the order of the plan.</summary>
    public required ImmutableArray<SiteZone> Zones { get; init; }

    /// <summary>The task groups, in the order of the plan.</summary>
    public required ImmutableArray<SiteGroup> Groups { get; init; }

    /// <summary>Open incidents, worst first, then oldest first. Confidential ones without their text.</summary>
    public required ImmutableArray<IncidentLine> Incidents { get; init; }

    /// <summary>Incidents raised so far.</summary>
    public required int IncidentsRaised { get; init; }

    /// <summary>Incidents resolved that still have to be reviewed.</summary>
    public required int ToReview { get; init; }

    /// <summary>Orders open beyond their time, the longest overdue first. Those of confidential incidents without their text.</summary>
    public required ImmutableArray<GroupOrder> OverdueOrders { get; init; }

    /// <summary>How long the incidents of each group took, for the report: matters, not persons. Groups without any are left out.</summary>
    public required ImmutableArray<SiteResponse> Responses { get; init; }
}

/// <summary>How long the incidents that a group owns took; false alarms and merged ones are left out.</summary>
/// <param name="Group">The group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Raised">How many there were.</param>
/// <param name="Acknowledge">From raising to the first acknowledgement.</param>
/// <param name="Reach">From raising to somebody on the scene.</param>
/// <param name="Resolve">From raising to resolved.</param>
public sealed record SiteResponse(
    GroupId Group, Label Name, int Raised, ResponseTimes Acknowledge, ResponseTimes Reach, ResponseTimes Resolve);

/// <summary>Times of several incidents, in seconds.</summary>
/// <param name="Count">Those that came so far.</param>
/// <param name="Late">Of them after the time that the plan gives.</param>
/// <param name="Median">The median; absent where there are none.</param>
/// <param name="Longest">The longest; absent where there are none.</param>
public sealed record ResponseTimes(int Count, int Late, int? Median, int? Longest);

/// <summary>A place of the site.</summary>
/// <param name="Zone">The place.</param>
/// <param name="Name">Its name.</param>
/// <param name="Capacity">People it holds.</param>
/// <param name="Outline">SVG path in the coordinates of the site plan.</param>
/// <param name="State">How it is, as those who keep it say.</param>
/// <param name="Reason">Why, where that was said.</param>
/// <param name="Since">Since when; absent where nothing was said yet.</param>
/// <param name="Light">
/// Red: an open incident here has run out of time; amber: an open incident, or crowded or paused; green: somebody on duty;
/// grey: nobody, or closed.
/// </param>
/// <param name="OnDuty">Members whose last report came from here.</param>
/// <param name="OpenIncidents">Open incidents here.</param>
/// <param name="WorstSeverity">The worst severity of them.</param>
public sealed record SiteZone(
    ZoneId Zone, Label Name, int? Capacity, string? Outline, ZoneCondition State, string? Reason, DateTimeOffset? Since, Light Light,
    int OnDuty, int OpenIncidents, int? WorstSeverity);

/// <summary>A task group on the site.</summary>
/// <param name="Group">The group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Light">
/// Red: a report is late beyond the grace, an order is overdue or an incident of the group has run out of time; amber: a
/// report is late, an order was refused or an incident waits to be acknowledged; green: on duty; grey: nobody on duty.
/// </param>
/// <param name="Lead">Who leads it now.</param>
/// <param name="OnDuty">Members on duty.</param>
/// <param name="Late">Of them late with their report.</param>
/// <param name="Roster">Members on the roster.</param>
/// <param name="OpenIncidents">Open incidents that it owns.</param>
/// <param name="OpenOrders">Orders that it has yet to do.</param>
public sealed record SiteGroup(
    GroupId Group, Label Name, Light Light, GroupPerson? Lead, int OnDuty, int Late, int Roster, int OpenIncidents, int OpenOrders);

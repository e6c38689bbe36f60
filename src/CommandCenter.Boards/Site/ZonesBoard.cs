using System.Collections.Immutable;

namespace CommandCenter.Boards.Site;

/// <summary>
/// Topic <c>zones</c>: the site plan, how each place is and how many people are there, by check-in, windows and roll call.
/// Counts alone, never who.
/// </summary>
public sealed record ZonesBoard
{
    /// <summary>The places of the site, in the order of the plan.</summary>
    public required ImmutableArray<ZoneCount> Zones { get; init; }

    /// <summary>Residents on the site: those who came with households that are neither done nor gone.</summary>
    public required int Residents { get; init; }

    /// <summary>Of them at a window; the others wait.</summary>
    public required int AtWindows { get; init; }

    /// <summary>Members of the task groups on duty.</summary>
    public required int OnDuty { get; init; }
}

/// <summary>A place with the people there.</summary>
/// <param name="Zone">The place; its members on duty by their last report.</param>
/// <param name="AtWindows">Residents at its windows.</param>
/// <param name="Expected">Residents in line for its windows: where they wait is not recorded, where they go next is.</param>
public sealed record ZoneCount(SiteZone Zone, int AtWindows, int Expected)
{
    /// <summary>People known to be here: residents at its windows and members on duty.</summary>
    public int People => AtWindows + Zone.OnDuty;
}

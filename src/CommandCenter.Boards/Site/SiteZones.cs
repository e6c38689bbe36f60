using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Zones;

namespace CommandCenter.Boards.Site;

/// <summary>The places of the site as the boards show them.</summary>
internal static class SiteZones
{
    public static SiteZone Of(Zone zone, Day day)
    {
        var facts = day.Zones.Peek(zone.Id);
        var here = day.Incidents.All.Where(i => i.IsOpen && i.Raised!.Zone == zone.Id).ToList();
        var onDuty = day.Groups.All.Sum(g => g.Members.All.Count(m => m.Since is not null && m.Zone == zone.Id));
        var light = here.Exists(static i => i.EscalationLevel > 0) ? Light.Red
            : here.Count > 0 || facts.State is ZoneCondition.Crowded or ZoneCondition.Paused ? Light.Amber
            : onDuty > 0 && facts.State != ZoneCondition.Closed ? Light.Green
            : Light.Grey;
        return new(
            zone.Id, zone.Name, zone.Capacity, zone.Outline, facts.State, facts.Reason, facts.Since, light, onDuty, here.Count,
            here.Count == 0 ? null : here.Min(static i => i.Severity));
    }
}

using CommandCenter.Domain.Zones;

namespace CommandCenter.Boards.Site;

/// <summary>Keeps how the places of the site are.</summary>
internal sealed class ZoneFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on) => on.On<ZoneStateSet>((e, entry) =>
    {
        var zone = day.Zones[e.Zone];
        (zone.State, zone.Reason, zone.Since) = (e.State, e.Reason, entry.At);
    });
}

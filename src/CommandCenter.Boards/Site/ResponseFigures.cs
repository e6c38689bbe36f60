using System.Collections.Immutable;
using CommandCenter.Boards.Incidents;
using CommandCenter.Boards.Queues;

namespace CommandCenter.Boards.Site;

/// <summary>Works out how long the incidents of the groups took.</summary>
internal static class ResponseFigures
{
    public static ImmutableArray<SiteResponse> Of(Day day) =>
    [
        .. from incident in day.Incidents.All
           where incident.Counts
           where incident.Owner is not null
           group incident by incident.Owner!.Value into owned
           orderby owned.Key.Value
           select new SiteResponse(
               owned.Key, day.Groups.Peek(owned.Key).Name, owned.Count(),
               Times(owned, static i => i.AcknowledgedAt, static i => i.AcknowledgeBy),
               Times(owned, static i => i.OnSceneAt, static i => i.ReachBy),
               Times(owned, static i => i.ResolvedAt, static i => i.ResolveBy)),
    ];

    private static ResponseTimes Times(
        IEnumerable<IncidentFacts> incidents, Func<IncidentFacts, DateTimeOffset?> moment, Func<IncidentFacts, DateTimeOffset> by)
    {
        var durations = new Durations();
        var late = 0;
        foreach (var incident in incidents)
        {
            if (moment(incident) is { } at)
            {
                durations.Add(at - incident.RaisedAt);
                late += at > by(incident) ? 1 : 0;
            }
        }

        return new(durations.Count, late, durations.Percentile(50), durations.Percentile(100));
    }
}

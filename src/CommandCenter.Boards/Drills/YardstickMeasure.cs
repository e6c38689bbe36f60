using CommandCenter.Boards.Incidents;
using CommandCenter.Boards.Queues;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Drills;

/// <summary>Measures the times of a day that another can be held against.</summary>
internal static class YardstickMeasure
{
    public static IEnumerable<Measured> Of(Day day) =>
        day.Incidents.All.Where(static i => IsCounted(i) && i.OnSceneAt is not null).GroupBy(static i => i.Raised!.Type).OrderBy(static g => g.Key.Value, StringComparer.Ordinal)
            .Select(g => new Measured(g.Key, null, IncidentLine.TypeOf(day.Plan, g.Key), Median(g), g.Count()))
            .Concat(day.Plan.Steps
                .Select(s => (Step: s, day.Queues.Peek(s.Id).Waits))
                .Where(static w => w.Waits.Count > 0)
                .Select(static w => new Measured(null, w.Step.Id, w.Step.Name, w.Waits.Percentile(90)!.Value, w.Waits.Count)));

    public static Yardstick Show(YardstickChosen e, Day day) => new(
        e.Type, e.Step, e.Type is { } type ? IncidentLine.TypeOf(day.Plan, type) : day.Queues.Peek(e.Step!.Value).Name, e.Seconds, e.Drill, day.Who(e.By),
        e.Type is { } of ? Newest(day, of) : day.Queues.Peek(e.Step!.Value).Waits.Percentile(90));

    // What has not been reached yet counts with the time that it has lasted.
    private static int? Newest(Day day, PlaybookId type) =>
        day.Incidents.All.Where(i => IsCounted(i) && i.Raised!.Type == type).MaxBy(static i => i.RaisedAt) is { } newest
            ? Seconds((newest.OnSceneAt ?? newest.ResolvedAt ?? day.Drill.Now) - newest.RaisedAt)
            : null;

    private static int Median(IEnumerable<IncidentFacts> incidents)
    {
        var times = new Durations();
        foreach (var incident in incidents)
        {
            times.Add(incident.OnSceneAt!.Value - incident.RaisedAt);
        }

        return times.Percentile(50)!.Value;
    }

    private static int Seconds(TimeSpan time) => (int)Math.Max(0, time.TotalSeconds);

    private static bool IsCounted(IncidentFacts incident) =>
        incident is { Counts: true, Raised.Confidential: false };
}

using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Drills;

/// <summary>A drill with one inject 15 minutes in, which raises an incident, and one that comes by hand.</summary>
public abstract class DrillTest : DeciderTest
{
    protected static readonly Inject Crowd = new(
        new("crowd"), TimeSpan.FromMinutes(15), "居民", new("order"), "大门拥挤", "拉起隔离带", new(new("crowding"), new("gate"), 2));

    protected static readonly Inject Rumour = new(new("rumour"), null, "居民", null, "听说没房了", null, null);

    protected static readonly DrillPrepared Prepared = new("standard-day", 7, [Crowd, Rumour]);
    protected static readonly DrillStarted Started = new(10, At(9, 0));
    protected static readonly DrillPaused Paused = new();
    protected static readonly DrillEnded Ended = new();
    protected static readonly InjectId CrowdId = Crowd.Id;

    protected static History Drill(params IEvent[] events) =>
        Given(new DrillDecider(), "self", events).In(OperationMode.Drill);

    protected static History Running(params IEvent[] events) => Drill([Prepared, Started, .. events]);
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CommandCenter.Domain.Identity;
using CommandCenter.Server.Nodes;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.Telemetry;

/// <summary>How this process is, and what devices have to repeat. Tags name operations and states, never posts or households.</summary>
public static class ServerMetrics
{
    /// <summary>The meter's name.</summary>
    public const string Name = "CommandCenter.Server";

    /// <summary>Commands that a phone or page sent again because it had no answer.</summary>
    public const string OutboxRetries = "commandcenter.outbox.retries";

    /// <summary>Seconds since an operation's forecast was computed, by <c>operation</c>; none before the first.</summary>
    public const string ForecastAge = "commandcenter.forecast.age";

    /// <summary>Operations, by <c>state</c>: running, or stopped by a journal that cannot be trusted.</summary>
    public const string Operations = "commandcenter.operations";

    /// <summary>The newest entry that the boards of this process show, by <c>operation</c>: nodes that agree show the same.</summary>
    public const string Sequence = "commandcenter.sequence";

    /// <summary>1 where this process does what an operation does by itself, by <c>operation</c>; of several nodes one has it.</summary>
    public const string LeaseHeld = "commandcenter.lease.held";

    /// <summary>1 while the store that all nodes share answers this one; 0 while it takes no commands.</summary>
    public const string StoreReachable = "commandcenter.store.reachable";

    /// <summary>The header with which a device says the how-manieth try a command is; left out on the first.</summary>
    public const string AttemptHeader = "X-Attempt";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> RetryCount = Meter.CreateCounter<long>(OutboxRetries);
    private static readonly ConcurrentDictionary<OperationId, DateTimeOffset> Forecasts = new();

    /// <summary>An operation's forecast was computed just now.</summary>
    public static void ForecastMade(OperationId operation, TimeProvider system) => Forecasts[operation] = system.GetUtcNow();

    internal static void Asked(HttpContext http)
    {
        if (http.Request.Headers.ContainsKey(AttemptHeader))
        {
            RetryCount.Add(1);
        }
    }

    /// <summary>What is looked at rather than counted, as long as the meter that comes back is not disposed.</summary>
    internal static Meter Watch(OperationRegistry operations, INodes nodes, TimeProvider system)
    {
        var meter = new Meter(Name);
        IEnumerable<RunningOperation> Running() => operations.All.Select(static o => o.Running).OfType<RunningOperation>();
        meter.CreateObservableGauge(Operations, () => operations.All.GroupBy(static o => o.Fault is null ? "running" : "stopped")
            .Select(static g => Of(g.LongCount(), "state", g.Key)));
        meter.CreateObservableGauge(Sequence, () => Running().Select(static o => Of(o.Boards.Sequence, "operation", o.Id.Value)));
        meter.CreateObservableGauge(LeaseHeld, () => Running().Select(static o => Of(o.Lease.IsHeld ? 1 : 0, "operation", o.Id.Value)));
        meter.CreateObservableGauge(StoreReachable, () => nodes.IsConnected ? 1 : 0);
        meter.CreateObservableGauge(
            ForecastAge, () => Forecasts.Where(f => operations.Find(f.Key.Value) is not null)
                .Select(f => new Measurement<double>((system.GetUtcNow() - f.Value).TotalSeconds, new KeyValuePair<string, object?>("operation", f.Key.Value))), "s");
        return meter;
    }

    private static Measurement<long> Of(long value, string tag, string name) => new(value, new KeyValuePair<string, object?>(tag, name));
}

using System.Diagnostics;
using System.Diagnostics.Metrics;
using CommandCenter.Journal;

namespace CommandCenter.Grains;

/// <summary>What the grains of this process count and measure.</summary>
public static class GrainMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "CommandCenter.Grains";

    /// <summary>Commands answered or failed, by <c>kind</c> of grain and <c>outcome</c>: accepted, refused, repeated, busy, unavailable, failed.</summary>
    public const string Commands = "commandcenter.commands";

    /// <summary>Seconds from asking to the durable answer, by <c>kind</c> of grain.</summary>
    public const string CommandDuration = "commandcenter.command.duration";

    /// <summary>Lost races, by <c>kind</c> of grain.</summary>
    public const string Conflicts = "commandcenter.conflicts";

    /// <summary>Seconds from an entry's recording to the policies' reaction.</summary>
    public const string PolicyLag = "commandcenter.policy.lag";

    /// <summary>Policies' commands that were refused, by <c>policy</c>.</summary>
    public const string PolicyRefusals = "commandcenter.policy.refusals";

    /// <summary>Deadlines that came due and were sent, by <c>kind</c> of grain.</summary>
    public const string DeadlinesFired = "commandcenter.deadlines.fired";

    /// <summary>Boards, policies and grains that threw where they must not; the rest went on.</summary>
    public const string Faults = "commandcenter.faults";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> CommandCount = Meter.CreateCounter<long>(Commands);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(CommandDuration, "s");
    private static readonly Counter<long> ConflictCount = Meter.CreateCounter<long>(Conflicts);
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>(PolicyLag, "s");
    private static readonly Counter<long> RefusalCount = Meter.CreateCounter<long>(PolicyRefusals);
    private static readonly Counter<long> FiredCount = Meter.CreateCounter<long>(DeadlinesFired);
    private static readonly Counter<long> FaultCount = Meter.CreateCounter<long>(Faults);

    internal static long Now() => Duration.Enabled ? Stopwatch.GetTimestamp() : 0;

    internal static void Answered(string kind, CommandAnswer answer, long started)
    {
        if (CommandCount.Enabled)
        {
            Count(kind, answer.Repeated ? "repeated" : answer.Rejection is null ? "accepted" : "refused");
        }

        if (started != 0)
        {
            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
        }
    }

    internal static void Failed(string kind, Exception e) => Count(kind, e switch
    {
        GrainBusyException => "busy",
        JournalUnavailableException => "unavailable",
        _ => "failed",
    });

    internal static void Conflict(string kind) => ConflictCount.Add(1, new KeyValuePair<string, object?>("kind", kind));

    internal static void PolicyLagged(TimeSpan lag) => Lag.Record(lag.TotalSeconds);

    internal static void PolicyRefused(string policy) => RefusalCount.Add(1, new KeyValuePair<string, object?>("policy", policy));

    internal static void DeadlineFired(string kind) => FiredCount.Add(1, new KeyValuePair<string, object?>("kind", kind));

    internal static void Fault() => FaultCount.Add(1);

    private static void Count(string kind, string outcome) => CommandCount.Add(
        1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));
}

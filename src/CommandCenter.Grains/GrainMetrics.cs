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

    /// <summary>Seconds until the journal has an append durable, waiting for its turn included, by <c>kind</c> of grain.</summary>
    public const string CommitDuration = "commandcenter.journal.commit.duration";

    /// <summary>Seconds from an entry's recording, wherever it was recorded, to the boards of this process.</summary>
    public const string FeedLag = "commandcenter.feed.lag";

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

    // From half a millisecond to ten seconds: what a person at a desk can feel lies in the middle.
    private static readonly InstrumentAdvice<double> Steps = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private static readonly Meter Meter = Create();
    private static readonly Counter<long> CommandCount = Meter.CreateCounter<long>(Commands);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram(CommandDuration, "s", advice: Steps);
    private static readonly Histogram<double> Commit = Meter.CreateHistogram(CommitDuration, "s", advice: Steps);
    private static readonly Histogram<double> Feeding = Meter.CreateHistogram(FeedLag, "s", advice: Steps);
    private static readonly Counter<long> ConflictCount = Meter.CreateCounter<long>(Conflicts);
    private static readonly Histogram<double> Lag = Meter.CreateHistogram(PolicyLag, "s", advice: Steps);
    private static readonly Counter<long> RefusalCount = Meter.CreateCounter<long>(PolicyRefusals);
    private static readonly Counter<long> FiredCount = Meter.CreateCounter<long>(DeadlinesFired);
    private static long _faults;

    internal static long Now() => Duration.Enabled ? Stopwatch.GetTimestamp() : 0;

    internal static void Answered(string kind, CommandAnswer answer, long started)
    {
        if (CommandCount.Enabled)
        {
            Count(kind, OutcomeOf(answer));
        }

        if (started != 0)
        {
            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
        }
    }

    internal static string OutcomeOf(CommandAnswer answer) =>
        answer.Repeated ? "repeated" : answer.Rejection is null ? "accepted" : "refused";

    internal static void Failed(string kind, Exception e) => Count(kind, e switch
    {
        GrainBusyException => "busy",
        JournalUnavailableException => "unavailable",
        _ => "failed",
    });

    internal static void Committed(string kind, long started)
    {
        if (started != 0)
        {
            Commit.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
        }
    }

    // Another machine's clock may be ahead of this one's: what has not happened yet lags by nothing.
    internal static void Fed(TimeSpan lag) => Feeding.Record(Math.Max(0, lag.TotalSeconds));

    internal static void Conflict(string kind) => ConflictCount.Add(1, new KeyValuePair<string, object?>("kind", kind));

    internal static void PolicyLagged(TimeSpan lag) => Lag.Record(Math.Max(0, lag.TotalSeconds));

    internal static void PolicyRefused(string policy) => RefusalCount.Add(1, new KeyValuePair<string, object?>("policy", policy));

    internal static void DeadlineFired(string kind) => FiredCount.Add(1, new KeyValuePair<string, object?>("kind", kind));

    internal static void Fault() => Interlocked.Increment(ref _faults);

    // A count of faults that appears only with the first one looks as if it had always been one: an alert on its growth would miss just that.
    private static Meter Create()
    {
        var meter = new Meter(MeterName);
        meter.CreateObservableCounter(Faults, static () => Interlocked.Read(ref _faults));
        return meter;
    }

    private static void Count(string kind, string outcome) => CommandCount.Add(
        1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));
}

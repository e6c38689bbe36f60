using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CommandCenter.Domain;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.Journal;

namespace CommandCenter.Grains.Tests;

public sealed class MetricsTests
{
    // Its own kind, so that other tests in the process do not count in.
    private const string Kind = "measured";

    [Fact]
    public async Task Commands_AreCountedByOutcomeAndTheirDurationMeasured()
    {
        var counts = new ConcurrentDictionary<string, long>();
        var durations = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, l) =>
        {
            if (instrument.Meter.Name == GrainMetrics.MeterName)
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (IsOurs(tags))
            {
                counts.AddOrUpdate($"{instrument.Name} {Tag(tags, "outcome")}", value, (_, sum) => sum + value);
            }
        });
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) =>
            durations += instrument.Name == GrainMetrics.CommandDuration && IsOurs(tags) ? 1 : 0);
        listener.Start();

        await SendOneOfEachAsync();

        Assert.Equal(1, counts[$"{GrainMetrics.Commands} accepted"]);
        Assert.Equal(1, counts[$"{GrainMetrics.Commands} repeated"]);
        Assert.Equal(1, counts[$"{GrainMetrics.Commands} refused"]);
        Assert.Equal(1, counts[$"{GrainMetrics.Commands} unavailable"]);
        Assert.Equal(1, counts[$"{GrainMetrics.Commands} busy"]);
        Assert.Equal(5, counts[$"{GrainMetrics.Conflicts} "]);
        Assert.Equal(3, durations);
    }

    private static async Task SendOneOfEachAsync()
    {
        var bench = new Bench { Deciders = new Dictionary<string, IDecider> { [Kind] = new NotebookDecider(Kind) } };
        var host = await bench.OpenAsync();
        await host.SendAsync("measured/a", "1", new Write("x"));
        await host.SendAsync("measured/a", "1", new Write("x"));
        await host.SendAsync("measured/a", "2", new WriteUpTo(0, "x"));
        bench.Journal.BeforeAppend = static _ => throw new JournalUnavailableException("disk full");
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await host.SendAsync("measured/a", "3", new Write("x")));
        bench.Journal.BeforeAppend = static _ => throw new JournalConflictException("overtaken");
        await Assert.ThrowsAsync<GrainBusyException>(async () => await host.SendAsync("measured/a", "4", new Write("x")));
    }

    private static bool IsOurs(ReadOnlySpan<KeyValuePair<string, object?>> tags) => Tag(tags, "kind") == Kind;

    private static string? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var (key, value) in tags)
        {
            if (key == name)
            {
                return (string?)value;
            }
        }

        return null;
    }
}

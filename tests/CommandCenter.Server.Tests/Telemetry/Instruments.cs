using System.Diagnostics.Metrics;
using System.Reflection;
using CommandCenter.Grains;
using CommandCenter.Server.Push;
using CommandCenter.Server.Telemetry;

namespace CommandCenter.Server.Tests.Telemetry;

/// <summary>What the project measures under names of its own, and what Prometheus calls it.</summary>
internal static class Instruments
{
    private static readonly Type[] Holders = [typeof(GrainMetrics), typeof(PushMetrics), typeof(ServerMetrics)];

    /// <summary>The names that stand as constants in the code.</summary>
    public static IReadOnlyCollection<string> Names { get; } =
    [
        .. Holders.SelectMany(static t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(static f => f.IsLiteral).Select(static f => (string)f.GetRawConstantValue()!)
            .Where(static n => n.StartsWith("commandcenter.", StringComparison.Ordinal)),
    ];

    /// <summary>Every instrument of the project that there is in this process now, by its name.</summary>
    public static IReadOnlyDictionary<string, Instrument> There()
    {
        var found = new Dictionary<string, Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (i, _) =>
            {
                if (i.Name.StartsWith("commandcenter.", StringComparison.Ordinal)) found.TryAdd(i.Name, i);
            },
        };
        listener.Start();
        return found;
    }

    /// <summary>Dots become lines, the unit is spelt out, counters end in total.</summary>
    public static string PrometheusName(Instrument instrument) =>
        instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "") + (instrument is Counter<long> or ObservableCounter<long> ? "_total" : "");
}

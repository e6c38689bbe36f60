using System.Diagnostics.Metrics;
using CommandCenter.Grains;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Nodes;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Push;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CommandCenter.Server.Telemetry;

/// <summary>
/// What whoever watches over the machines is shown: metrics at a door of their own (<c>/metrics</c>, Prometheus text form), and
/// metrics and traces sent to a collector. Nothing is measured that nobody asked for.
/// </summary>
internal sealed class Telescope : IAsyncDisposable
{
    /// <summary>The variable in which OpenTelemetry looks for the name of a sampler; its argument stands in the same with <c>_ARG</c>.</summary>
    public const string SamplerVariable = "OTEL_TRACES_SAMPLER";

    private readonly Meter _watch;
    private readonly MeterProvider _meters;
    private readonly TracerProvider? _traces;
    private readonly WebApplication? _door;

    private Telescope(Meter watch, MeterProvider meters, TracerProvider? traces, WebApplication? door) =>
        (_watch, _meters, _traces, _door) = (watch, meters, traces, door);

    /// <summary>Where <c>/metrics</c> is; null without a door.</summary>
    public string? Address => _door?.Urls.First();

    /// <summary>Opens it as the options say; null where they say nothing.</summary>
    public static async Task<Telescope?> OpenAsync(
        ServeOptions options, OperationRegistry operations, INodes nodes, CancellationToken cancellationToken)
    {
        if (options is { Metrics: null, Otlp: null })
        {
            return null;
        }

        var watch = ServerMetrics.Watch(operations, nodes, TimeProvider.System);
        var meters = Meters(options);
        var door = options.Metrics is { } url ? Door(url, meters) : null;
        var telescope = new Telescope(watch, meters, options.Otlp is { } collector ? TracesTo(collector) : null, door);
        try
        {
            await (door?.StartAsync(cancellationToken) ?? Task.CompletedTask);
            return telescope;
        }
        catch
        {
            await telescope.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await (_door?.DisposeAsync() ?? ValueTask.CompletedTask);
        _traces?.Dispose();
        _meters.Dispose();
        _watch.Dispose();
    }

    private static ResourceBuilder Resource => ResourceBuilder.CreateDefault().AddService("commandcenter", serviceInstanceId: Environment.MachineName);

    private static MeterProvider Meters(ServeOptions options)
    {
        var meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource)
            .AddMeter(GrainMetrics.MeterName, PushMetrics.Name, ServerMetrics.Name, "System.Runtime");
        if (options.Metrics is not null)
        {
            meters.AddPrometheusExporter();
        }

        if (options.Otlp is { } collector)
        {
            meters.AddOtlpExporter(o => Send(o, collector, "v1/metrics"));
        }

        return meters.Build();
    }

    // How much is traced is said where every program of OpenTelemetry is told it. Where nothing is said, all: what a request says
    // of its own trace does not count, or whoever sends it would decide what is seen here.
    private static TracerProvider TracesTo(Uri collector)
    {
        var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource)
            .AddSource(Traces.SourceName).AddOtlpExporter(o => Send(o, collector, "v1/traces"));
        return (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(SamplerVariable)) ? traces.SetSampler(new AlwaysOnSampler()) : traces).Build();
    }

    private static void Send(OtlpExporterOptions options, Uri collector, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new(collector, path);
    }

    // Apart from the pages: who may reach the one need not reach the other.
    private static WebApplication Door(string url, MeterProvider meters)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.UseOpenTelemetryPrometheusScrapingEndpoint(meters, null, "/metrics", null, null);
        app.Run(static http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        return app;
    }
}

using System.CommandLine;
using CommandCenter.Server.Hosting;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>--metrics URL --otlp URL</c>: what whoever watches over the machines is told.</summary>
internal sealed class TelemetryOption
{
    private readonly Option<string?> _metrics = new("--metrics")
    {
        Description = "Where /metrics listens for Prometheus, apart from the pages, e.g. http://localhost:9464.", HelpName = "URL",
    };

    private readonly Option<string?> _otlp = new("--otlp")
    {
        Description = "The OpenTelemetry collector that metrics and traces go to, by HTTP, e.g. http://localhost:4318.", HelpName = "URL",
    };

    public TelemetryOption()
    {
        foreach (var option in (Option<string?>[])[_metrics, _otlp])
        {
            option.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<string?>() is { } url && !ServeVerb.IsUrl(url))
                {
                    result.AddError($"{option.Name} is an http:// or https:// address.");
                }
            });
        }
    }

    public IEnumerable<Option> All => [_metrics, _otlp];

    /// <summary>The options, with what was asked for.</summary>
    public ServeOptions Read(ParseResult line, ServeOptions options) => options with
    {
        Metrics = line.GetValue(_metrics),
        Otlp = line.GetValue(_otlp) is { } collector ? new(collector) : null,
    };
}

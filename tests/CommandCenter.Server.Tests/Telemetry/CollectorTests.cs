using System.Collections.Concurrent;
using System.Text;
using CommandCenter.Grains;
using CommandCenter.Server.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CommandCenter.Server.Tests.Telemetry;

/// <summary>Metrics and traces go to a collector by OTLP; here is one that keeps what it gets.</summary>
public sealed class CollectorTests
{
    [Fact]
    public async Task Serve_WithACollector_SendsItMetricsAndTheTraceOfACommandAndOfWhatFollowed()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = await TestServer.StartAsync(change: o => o with { Otlp = collector.Address }))
        {
            using var commander = await server.JoinAsync("commander");
            var raise = await commander.GiveAsync("incidents/i-secret/raise", new { type = "medical", zone = "hall", severity = 2, text = "王秀英不适" });
            raise.Expect(200);
        }

        // Closing the server sends what was left.
        var traces = collector.Got("/v1/traces");
        Assert.Contains(GrainMetrics.Commands, collector.Got("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains(Traces.CommandSpan, traces, StringComparison.Ordinal);
        Assert.Contains("RaiseIncident", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("i-secret", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("王秀英", traces, StringComparison.Ordinal);
    }

    // As the environment says it to every program of OpenTelemetry; no other test sends traces while it is said.
    [Theory]
    [InlineData("always_off", null, false)]
    [InlineData("traceidratio", "0", false)]
    [InlineData("traceidratio", "1", true)]
    public async Task Serve_WithASamplerInTheEnvironment_TracesAsMuchAsItSays(string sampler, string? share, bool traced)
    {
        await using var collector = await Collector.StartAsync();
        try
        {
            Environment.SetEnvironmentVariable(Telescope.SamplerVariable, sampler);
            Environment.SetEnvironmentVariable(Telescope.SamplerVariable + "_ARG", share);
            await using var server = await TestServer.StartAsync(change: o => o with { Otlp = collector.Address });
            using var commander = await server.JoinAsync("commander");
            (await commander.GiveAsync("incidents/i-1/raise", new { type = "medical", zone = "hall", severity = 2, text = "有人不适" })).Expect(200);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Telescope.SamplerVariable, null);
            Environment.SetEnvironmentVariable(Telescope.SamplerVariable + "_ARG", null);
        }

        Assert.Contains(GrainMetrics.Commands, collector.Got("/v1/metrics"), StringComparison.Ordinal);
        Assert.Equal(traced, collector.Got("/v1/traces").Contains("RaiseIncident", StringComparison.Ordinal));
    }

    private sealed class Collector(WebApplication app, ConcurrentDictionary<string, string> got) : IAsyncDisposable
    {
        public Uri Address => new(app.Urls.Single());

        public static async Task<Collector> StartAsync()
        {
            var got = new ConcurrentDictionary<string, string>();
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.Run(async http =>
            {
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body);
                got.AddOrUpdate(http.Request.Path, Text(body), (_, before) => before + Text(body));
            });
            await app.StartAsync();
            return new(app, got);
        }

        /// <summary>Names and words in what was sent to a path: they stand as they are between the bytes of the form.</summary>
        public string Got(string path) => got.GetValueOrDefault(path, "");

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private static string Text(MemoryStream body) => Encoding.UTF8.GetString(body.ToArray());
    }
}

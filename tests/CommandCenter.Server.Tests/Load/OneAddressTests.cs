using CommandCenter.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Server.Tests.Load;

/// <summary>The load tool speaks to the address that it is given and to no other, whatever its surroundings or that address want.</summary>
public sealed class OneAddressTests
{
    [Theory]
    [InlineData("--watchers", "4", "--duration", "1")]
    [InlineData("fuzz", "--messages", "800")]
    public async Task Load_WithAProxyInItsSurroundings_SpeaksToTheServerAlone(params string[] arguments)
    {
        await using var server = await TestServer.StartAsync();
        await using var proxy = new Bystander();
        string[] names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"];
        var variables = names.SelectMany(static n => new[] { n, n.ToLowerInvariant() }).ToDictionary(static n => n, string? (_) => proxy.Address.ToString());
        (variables["NO_PROXY"], variables["no_proxy"]) = (null, null);

        await using var load = LoadProcess.Start(
            variables, [.. arguments, "--server", server.Address.ToString(), "--operation", "sample", "--code", server.Code("service-leader")]);
        var (exitCode, output) = await load.EndedAsync();

        Assert.True(exitCode == 0, $"{exitCode}: {load.Said}{output}");
        Assert.Equal(0, proxy.Met);
    }

    [Theory]
    [InlineData("/api/operations", 3, "302")]
    [InlineData("/api/enrol", 3, "not taken")]
    [InlineData("/live", 1, "0 of 2 connected")]
    public async Task Load_SentElsewhere_GoesNowhere(string from, int exitCode, string sentence)
    {
        await using var elsewhere = new Bystander();
        await using var server = await SendingAwayAsync(from, elsewhere.Address);
        using var said = new StringWriter();

        var ended = await CommandCenter.Load.CommandLine.Cli.RunAsync(
            ["--server", server.Urls.Single(), "--operation", "sample", "--watchers", "2", "--duration", "0", "--code", "AAAA-AAAA"], said, said)
            .Expected("the run to end");

        Assert.Equal((exitCode, 0), (ended, elsewhere.Met));
        Assert.Contains(sentence, said.ToString(), StringComparison.Ordinal);
    }

    // A server that is not what it was taken for: everything is in order, but for one path.
    private static async Task<WebApplication> SendingAwayAsync(string from, Uri elsewhere)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Use((http, next) =>
        {
            if (http.Request.Path != from)
            {
                return next(http);
            }

            http.Response.Redirect(new Uri(elsewhere, from).ToString());
            return Task.CompletedTask;
        });
        app.MapGet("/api/operations", static () => Results.Json(new[] { new { id = "sample", mode = "drill" } }));
        app.MapPost("/api/enrol", static () => Results.Json(new { operation = "sample", post = "x", role = "x" }));
        await app.StartAsync();
        return app;
    }
}

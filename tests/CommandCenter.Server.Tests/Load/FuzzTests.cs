using System.Globalization;
using CommandCenter.Load.Fuzzing;
using CommandCenter.Load.Hub;
using CommandCenter.Server.Tests.Screens;
using CommandCenter.TestKit;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Server.Tests.Load;

/// <summary>
/// Malformed messages to hub, API and pages leave the server unharmed. A few thousand here; more by the variables
/// COMMANDCENTER_FUZZ (messages) and COMMANDCENTER_FUZZ_SEED, or by ops/load against a running server.
/// </summary>
public sealed class FuzzTests
{
    private static readonly string[] Posts = ["commander", "clerk-w5", "reception-1", "service-leader"];

    [Fact]
    public async Task Server_AfterMalformedMessagesOfAllKinds_IsUnharmedAndLoggedNothingPersonal()
    {
        using var log = new LogBook();
        await using var day = await Day.OpenAsync(await TestServer.StartAsync(log: log));
        var options = new FuzzOptions(day.Server.Address, "sample")
        {
            Messages = Setting("COMMANDCENTER_FUZZ", 2_400), Seed = Setting("COMMANDCENTER_FUZZ_SEED", 1),
            Codes = [.. Posts.Select(p => day.Server.Codes.Issue(new("sample"), [new(p)])[0])],
        };

        var report = await FuzzRun.RunAsync(options, new Progress<string>(), CancellationToken.None);

        Assert.True(report.Faults.Count == 0, $"Seed {report.Seed}: {string.Join('\n', report.Faults)}\n{string.Join('\n', log.Lines.Lines)}");
        Assert.Equal(options.Messages, report.HubMessages + report.ApiMessages);
        Assert.DoesNotContain(log.Lines.Lines, static l => l.Level >= LogLevel.Error);
        PersonalSecrets.OfSample().AreNotIn(string.Join('\n', log.Lines.Lines.Select(static l => l.Text)), "the log");
        using var anybody = day.Server.Anybody();
        (await anybody.GetAsync("/health/ready")).Expect(200);
        await WatchAsync(day);
        await day.DoAsync("reception-2", "households/h150/check-in", new { present = new[] { 1 } });
    }

    // A screen that behaves gets its panel as ever.
    private static async Task WatchAsync(Day day)
    {
        var inbox = new HubInbox();
        await using var watcher = await HubClient.ConnectAsync(day.Server.Address, inbox);
        await watcher.InvokeAsync("watch", ["sample", new[] { "hall" }]);
        await watcher.InvokeAsync("since", ["sample", "hall", 0]);
        while (await inbox.NextAsync().Expected("the hall's panel") is { Target: not "panel" })
        {
        }
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}

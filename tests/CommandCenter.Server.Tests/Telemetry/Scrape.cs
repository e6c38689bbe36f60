using CommandCenter.Load.Hub;
using CommandCenter.Server.Telemetry;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Telemetry;

/// <summary>A server with its metrics door open, on which something has happened, and what the door says.</summary>
public sealed class Scrape : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    /// <summary>What Prometheus is given.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The names that Prometheus is told the types of.</summary>
    public IReadOnlyCollection<string> Families { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Server = await TestServer.StartAsync(change: static o => o with { Metrics = "http://127.0.0.1:0" });
        using var commander = await Server.JoinAsync("commander");
        var inbox = new Inbox();
        await using var screen = await HubClient.ConnectAsync(Server.Address, inbox, commander.Cookies);
        await screen.InvokeAsync("Watch", ["sample", new[] { "site" }]);
        await RaiseAsync(commander, attempt: null);
        await inbox.Panel.Expected("the panel of the incident");
        await RaiseAsync(commander, attempt: "2");
        ServerMetrics.ForecastMade(Server.Sample.Id, TimeProvider.System);

        using var door = new HttpClient();
        Text = await door.GetStringAsync(new Uri(new Uri(Server.Metrics!), "/metrics"));
        Families = [.. Text.Split('\n').Where(static l => l.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(static l => l.Split(' ')[2]).Distinct()];
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    // The same key twice: what a phone does that got no answer.
    private static async Task RaiseAsync(Client commander, string? attempt)
    {
        var request = commander.Request(HttpMethod.Post, "/api/operations/sample/incidents/i-1/raise");
        request.Content = System.Net.Http.Json.JsonContent.Create(new { type = "medical", zone = "hall", severity = 2, text = "有人不适" });
        request.Headers.Add("Idempotency-Key", "raise-1");
        if (attempt is not null) request.Headers.Add(ServerMetrics.AttemptHeader, attempt);
        (await commander.SendAsync(request)).Expect(200);
    }

    private sealed class Inbox : IHubListener
    {
        private readonly TaskCompletionSource _panel = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Panel => _panel.Task;

        public void Called(ReadOnlySpan<byte> record)
        {
            if (HubCall.Read(record) is { Target: "panel" }) _panel.TrySetResult();
        }
    }
}

using System.Diagnostics;
using CommandCenter.Load.Devices;
using CommandCenter.Load.Hub;

namespace CommandCenter.Bench.Hub;

/// <summary>
/// From the phone's third tap to the wall: an incident is sent over HTTP, and the time runs until its panel has come to a wall
/// that watches the site over the hub. An idle server in a process of its own; durable journal.
/// </summary>
internal sealed class RaiseBench : IHubListener
{
    private const int Warm = 20;
    private const int Raised = 100;

    // An idle server: the change before it may have had a second one in its wake, which the hub held back for a tenth of a second,
    // and after that another tenth must have gone by.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    private static readonly string[] Topics = ["site"];

    private TaskCompletionSource<long> _arrival = new();

    public static async Task RunAsync(string parent)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, $"raise-bench-{Environment.ProcessId}")).FullName;
        try
        {
            await using var server = await HubServer.StartAsync("hub-whole", folder);
            using var commander = new Device(server.Address);
            await commander.JoinAsync(server.Code, CancellationToken.None);
            await new RaiseBench().RunAsync(server, commander);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Called(ReadOnlySpan<byte> record)
    {
        if (record.StartsWith("{\"type\":1,\"target\":\"panel\""u8))
        {
            _arrival.TrySetResult(Stopwatch.GetTimestamp());
        }
    }

    private async Task RunAsync(HubServer server, Device commander)
    {
        await using var wall = await HubClient.ConnectAsync(server.Address, this, commander.Cookies);
        await wall.InvokeAsync("watch", [HubServers.Operation, Topics]);
        var times = new List<double>();
        for (var n = 0; n < Warm + Raised; n++)
        {
            var incident = $"incidents/i{n}";
            var took = await TimeAsync(commander, $"{incident}/raise", new { type = "crowd", zone = "south-gate", text = "推挤" });
            if (n >= Warm)
            {
                times.Add(took);
            }

            // The site stays as it is on a day: a few incidents open, not a hundred.
            await TimeAsync(commander, $"{incident}/false-alarm", new { reason = "误报" });
        }

        times.Sort();
        Console.WriteLine($"raise → panel on the wall, {Raised} incidents on an idle server: p50 {times[Raised / 2]:F1} ms, p90 {times[Raised * 9 / 10]:F1} ms, slowest {times[^1]:F1} ms");
    }

    private async Task<double> TimeAsync(Device commander, string path, object body)
    {
        await Task.Delay(Between);
        _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = Stopwatch.GetTimestamp();
        var given = commander.GiveAsync(HubServers.Operation, path, body, CancellationToken.None);
        var arrived = await _arrival.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return (await given).Code is { } code
            ? throw new InvalidOperationException($"Refused: {code}")
            : Stopwatch.GetElapsedTime(start, arrived).TotalMilliseconds;
    }
}

using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Net.WebSockets;
using CommandCenter.Load.Devices;
using CommandCenter.Load.Hub;
using CommandCenter.Load.Measuring;

namespace CommandCenter.Load.Fuzzing;

/// <summary>
/// Sends a server whatever nobody should: half of it to the hub, half to the API and the pages, on several lanes at once.
/// Each lane draws from the seed alone, so that what it sends can be sent again.
/// </summary>
public static class FuzzRun
{
    private const int LanesEach = 4;

    /// <summary>Sends all of it.</summary>
    /// <param name="options">How much to which server.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">The server cannot be reached, or does not take a code.</exception>
    public static async Task<FuzzReport> RunAsync(FuzzOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        using var anybody = new Device(options.Server);
        var rows = CommandRow.Read(await anybody.ReadAsync("/openapi/v1.json", cancellationToken));
        var devices = new List<Device>();
        foreach (var code in options.Codes)
        {
            var device = new Device(options.Server);
            devices.Add(device);
            await device.JoinAsync(code, cancellationToken);
        }

        var (statuses, faults, sent) = (new Tally(), new ConcurrentQueue<string>(), 0);
        var each = options.Messages / (2 * LanesEach);
        var hub = Enumerable.Range(0, LanesEach).Select(n => new HubLane(options, n, Of(devices, n))).ToList();
        var api = Enumerable.Range(LanesEach, LanesEach).Select(n => new ApiLane(options, n, rows, Of(devices, n), statuses, faults.Enqueue));
        var lanes = hub.Select(h => (Func<Task>)(() => h.RunAsync(each, Count, cancellationToken)))
            .Concat(api.Select(a => (Func<Task>)(() => a.RunAsync(each, Count, cancellationToken))));
        await Task.WhenAll(lanes.Select(lane => GuardAsync(lane, faults)));
        devices.ForEach(static d => d.Dispose());
        return new(options.Seed, each * LanesEach, each * LanesEach, hub.Sum(static h => h.Connections), statuses.Counts(), [.. faults]);

        void Count() => progress.Report($"{Interlocked.Increment(ref sent)} of {options.Messages} messages, {faults.Count} faults");
    }

    private static Device? Of(List<Device> devices, int lane) => devices.Count == 0 ? null : devices[lane % devices.Count];

    // A server that takes no connection any more is what this looks for.
    private static async Task GuardAsync(Func<Task> lane, ConcurrentQueue<string> faults)
    {
        try
        {
            await Task.Run(lane);
        }
        catch (Exception e) when (e is SocketException or WebSocketException or HubException or TimeoutException)
        {
            faults.Enqueue($"The server takes no connection any more: {e.Message}");
        }
    }
}

using System.Diagnostics;
using System.Text;
using CommandCenter.Load.Devices;
using CommandCenter.Load.Hub;

namespace CommandCenter.Bench.Hub;

/// <summary>
/// A changed flat on a board of 236, pushed to watchers of the whole server, against a bare hub that sends the same bytes,
/// and against the same hub sending the markup as it is. All in one run, turn and turn about; servers and watchers are
/// processes of their own. Ratios are taken round by round, and their median is shown.
/// </summary>
internal static class HubBench
{
    private const int Watchers = 1_000;
    // The first warms up; the others together have enough changes for a 99th percentile.
    private const int Rounds = 12;
    private const int Changes = 20;

    // Longer than the hub holds back the second change of a topic.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(150);

    public static async Task RunAsync(string parent)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, $"hub-bench-{Environment.ProcessId}")).FullName;
        try
        {
            await using var whole = await HubServer.StartAsync("hub-whole", folder);
            await using var bare = await HubServer.StartAsync("hub-bare", folder);
            using var commander = new Device(whole.Address);
            await commander.JoinAsync(whole.Code, CancellationToken.None);
            await CompareAsync(whole, bare, commander);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(HubServer whole, HubServer bare, Device commander)
    {
        await using var ours = new WatcherCrowd();
        await using var theirs = new WatcherCrowd();
        using var http = new HttpClient { BaseAddress = bare.Address };
        var number = 0;
        Task ChangeAsync() => FlipAsync(commander, number++);
        Task SendAsync() => http.PostAsync("/send", null);

        await ours.GrowAsync(whole.Address, 1);
        await RoundAsync(whole, ours, ChangeAsync, 5 * Changes);
        var alone = await RoundAsync(whole, ours, ChangeAsync, 5 * Changes);
        await ours.GrowAsync(whole.Address, Watchers);
        await theirs.GrowAsync(bare.Address, Watchers);
        var rounds = new List<(Round Whole, Round Bare, Round Raw)>();
        for (var n = 0; n < Rounds; n++)
        {
            var pushed = await RoundAsync(whole, ours, ChangeAsync, Changes);
            var wire = HubCall.Read(ours.Panel).Arguments[2].GetString()!;
            await http.PostAsync("/payload", new StringContent(wire));
            var same = await RoundAsync(bare, theirs, SendAsync, Changes);
            await http.PostAsync("/payload", new StringContent(PanelWire.Unpack(wire)));
            rounds.Add((pushed, same, await RoundAsync(bare, theirs, SendAsync, Changes)));
        }

        // The first round warms all three up.
        Print(alone, rounds[1..], HubCall.Read(ours.Panel).Arguments[2].GetString()!);
    }

    private static async Task FlipAsync(Device commander, int number)
    {
        var answer = number % 2 == 0
            ? await commander.GiveAsync(HubServers.Operation, "inventory/main/withdraw", new { unit = "1-101", reason = "核对面积" }, CancellationToken.None)
            : await commander.GiveAsync(HubServers.Operation, "inventory/main/return", new { unit = "1-101" }, CancellationToken.None);
        if (answer.Code is { } code)
        {
            throw new InvalidOperationException($"Refused: {code}");
        }
    }

    private static async Task<Round> RoundAsync(HubServer server, WatcherCrowd crowd, Func<Task> change, int changes)
    {
        var times = new double[changes];
        var (cpu, rendered) = await server.FiguresAsync();
        var deliveries = crowd.Deliveries;
        for (var n = 0; n < changes; n++)
        {
            var arrival = crowd.LastArrivalAsync();
            var start = Stopwatch.GetTimestamp();
            await change();
            times[n] = Stopwatch.GetElapsedTime(start, await arrival).TotalMilliseconds;
            await Task.Delay(Between);
        }

        var after = await server.FiguresAsync();
        Array.Sort(times);
        return new(times, (after.Cpu - cpu) * 1000 / (crowd.Deliveries - deliveries), (double)(after.Rendered - rendered) / changes, (after.Cpu - cpu) / changes);
    }

    private static double Percentile99(IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        return sorted[(int)(sorted.Length * 0.99)];
    }

    private static void Print(Round alone, List<(Round Whole, Round Bare, Round Raw)> rounds, string wire)
    {
        double Of(Func<(Round Whole, Round Bare, Round Raw), double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
        string Spread(Func<(Round Whole, Round Bare, Round Raw), double> ratio) => $"{Of(ratio):F2} ({rounds.Min(ratio):F2}–{rounds.Max(ratio):F2})";
        var (bytes, raw) = (Encoding.UTF8.GetByteCount(wire), Encoding.UTF8.GetByteCount(PanelWire.Unpack(wire)));
        Console.WriteLine($"{Watchers} watchers, {rounds.Count} rounds of {Changes} changes; board of 236 flats: {raw} bytes of markup, {bytes} on the wire");
        Console.WriteLine("| what | server | bare hub | ratio (spread) |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        Console.WriteLine($"| change → last watcher, p50 ms | {Of(static r => r.Whole.P50):F1} | {Of(static r => r.Bare.P50):F1} | {Spread(static r => r.Whole.P50 / r.Bare.P50)} |");
        var (slow, bareSlow) = (Percentile99(rounds.SelectMany(static r => r.Whole.Times)), Percentile99(rounds.SelectMany(static r => r.Bare.Times)));
        Console.WriteLine($"| change → last watcher, p99 of all {rounds.Count * Changes} changes, ms | {slow:F1} | {bareSlow:F1} | {slow / bareSlow:F2} |");
        Console.WriteLine($"| processor ms per 1,000 deliveries | {Of(static r => r.Whole.Cpu):F1} | {Of(static r => r.Bare.Cpu):F1} | {Spread(static r => r.Whole.Cpu / r.Bare.Cpu)} |");
        Console.WriteLine($"| the same against uncompressed markup | {Of(static r => r.Whole.Cpu):F1} | {Of(static r => r.Raw.Cpu):F1} | {Spread(static r => r.Whole.Cpu / r.Raw.Cpu)} |");
        Console.WriteLine($"| bytes against uncompressed markup | {bytes} | {raw} | {(double)bytes / raw:F2} |");
        Console.WriteLine($"| command → panel, one watcher, p50 ms | {alone.P50:F1} | | |");
        Console.WriteLine($"| processor ms per change, one watcher | {alone.CpuPerChange:F1} | | |");
        Console.WriteLine($"| panels rendered per change, 1 and {Watchers} watchers | {alone.Rendered:F2} and {Of(static r => r.Whole.Rendered):F2} | | |");
    }
}

/// <summary>What a round gave.</summary>
/// <param name="Times">Milliseconds from each change to the last watcher, ascending.</param>
/// <param name="Cpu">Processor milliseconds of the server per 1,000 deliveries.</param>
/// <param name="Rendered">Panels rendered per change.</param>
/// <param name="CpuPerChange">Processor milliseconds of the server per change, whoever watches.</param>
internal sealed record Round(double[] Times, double Cpu, double Rendered, double CpuPerChange)
{
    /// <summary>Half of the changes arrived sooner.</summary>
    public double P50 => Times[Times.Length / 2];
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using CommandCenter.Bench.Hub;
using CommandCenter.Journal.Redis;
using CommandCenter.Load.Devices;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;
using StackExchange.Redis;

namespace CommandCenter.Bench.Nodes;

/// <summary>
/// Commands over HTTP on many operations, through one node and through three, turn and turn about on one Redis: whole servers in
/// processes of their own. Where they take as much of the machine as they can get, and it has no more processors than one node
/// can use, this shows what a further node costs; with a part of a processor for each, as on small machines of their own, what it
/// brings. New processes take their first commands unmeasured.
/// </summary>
internal static class NodesBench
{
    private const int Operations = 12;
    private const int Callers = 60;
    private const int WarmingUp = 6_000;
    private const int Calls = 6_000;
    private const int Rounds = 3;

    // Of three nodes together not so much that Redis and the callers are short of it on two processors.
    private const double Share = 0.4;

    private static readonly int[] Numbers = [1, 3];

    public static async Task RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using var redis = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "everysec");
        var commanders = await PrepareAsync(redis, folder);
        Console.WriteLine("| processors a node | nodes | operations | in flight | commands /s | against one | p99 ms | processor ms a command, all nodes | p50 ms of the quickest and the slowest operation |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        foreach (double? share in (double?[])[null, Share])
        {
            if (share is not null && ProcessorShare.Hindrance() is { } hindrance)
            {
                Console.WriteLine($"With a part of a processor for each node nothing was measured: {hindrance}");
                return;
            }

            var runs = new List<(int Nodes, Run Run)>();
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var nodes in Numbers) runs.Add((nodes, await RunAsync(() => BenchNode.StartAsync(redis, folder), nodes, share, commanders)));
            }

            Write(share, runs);
        }
    }

    private static void Write(double? share, List<(int Nodes, Run Run)> runs)
    {
        var one = 0.0;
        foreach (var nodes in Numbers)
        {
            double Of(Func<Run, double> figure) => runs.Where(r => r.Nodes == nodes).Select(r => figure(r.Run)).Order().ElementAt(Rounds / 2);
            one = one == 0 ? Of(static r => r.All.PerSecond) : one;
            Console.WriteLine(
                $"| {(share is { } part ? $"{part:F1}" : $"all {Environment.ProcessorCount}")} | {nodes} | {Operations} | {Callers} | {Of(static r => r.All.PerSecond):F0} "
                + $"| {Of(static r => r.All.PerSecond) / one:F2} | {Of(static r => r.All.P99):F1} | {Of(static r => r.Cpu):F2} "
                + $"| {Of(static r => r.Quickest):F1}, {Of(static r => r.Slowest):F1} |");
        }
    }

    // One operation is founded, the others are copies of it; each has a commander, whose cookie is good at every node.
    private static async Task<Dictionary<string, CookieContainer>> PrepareAsync(RedisServer redis, TemporaryFolder folder)
    {
        await using (await BenchNode.StartAsync(redis, folder)) await CopyAsync(redis);
        await using var node = await BenchNode.StartAsync(redis, folder, BenchNode.Codes);
        var commanders = new Dictionary<string, CookieContainer>();
        foreach (var (operation, code) in node.Code.Split(',').Select(static c => (c.Split('=')[0], c.Split('=')[1])))
        {
            using var device = new Device(node.Address);
            await device.JoinAsync(code, CancellationToken.None);
            foreach (var caller in Enumerable.Range(0, Callers).Where(c => Name(c % Operations) == operation))
                await GiveAsync(device, operation, $"cases/c-{caller}/register", new { category = "request", channel = "reception", text = "请核对面积", kind = "complex" });
            commanders.Add(operation, device.Cookies);
        }

        return commanders;
    }

    private static async Task CopyAsync(RedisServer redis)
    {
        await using var line = await RedisConnection.OpenAsync(new() { Servers = $"{redis.Address},allowAdmin=true" }, CancellationToken.None);
        var keys = (string[])(await line.CallAsync(static db => db.ExecuteAsync("KEYS", "cc:{sample}:*"), "Listing"))!;
        for (var n = 1; n < Operations; n++)
        {
            foreach (var key in keys.Where(static k => !k.EndsWith(":lease", StringComparison.Ordinal) && !k.EndsWith(":term", StringComparison.Ordinal)))
                await line.CallAsync(db => db.ExecuteAsync("COPY", (RedisKey)key, (RedisKey)key.Replace("{sample}", $"{{{Name(n)}}}", StringComparison.Ordinal)), "Copying");
            await line.CallAsync(db => db.ExecuteAsync("SADD", (RedisKey)"cc:operations", Name(n)), "Naming");
        }
    }

    private static async Task<Run> RunAsync(Func<Task<HubServer>> start, int number, double? share, Dictionary<string, CookieContainer> commanders)
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, number).Select(_ => start()));
        var devices = Enumerable.Range(0, Callers).Select(caller => DeviceOf(nodes[caller / Operations % number], commanders[Name(caller % Operations)])).ToList();
        Task NoteAsync(int caller) => GiveAsync(devices[caller], Name(caller % Operations), $"cases/c-{caller}/note", new { text = "已联系住户" });
        await Load.RunAsync(Callers, WarmingUp, (caller, _) => NoteAsync(caller));
        var shares = share is { } part ? nodes.Select(n => new ProcessorShare(n.ProcessId, part)).ToList() : [];
        var times = new ConcurrentBag<(int Operation, double Time)>();
        var before = await CpuAsync(nodes);
        var all = await Load.RunAsync(Callers, Calls, async (caller, _) =>
        {
            var start = Stopwatch.GetTimestamp();
            await NoteAsync(caller);
            times.Add((caller % Operations, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        });
        var cpu = await CpuAsync(nodes) - before;
        devices.ForEach(static d => d.Dispose());
        foreach (var node in nodes) await node.DisposeAsync();
        shares.ForEach(static s => s.Dispose());
        var medians = times.GroupBy(static t => t.Operation).Select(static g => g.Select(static t => t.Time).Order().ElementAt(g.Count() / 2)).Order().ToList();
        return new(all, cpu / Calls, medians[0], medians[^1]);
    }

    private static Device DeviceOf(HubServer node, CookieContainer commander)
    {
        var device = new Device(node.Address);
        device.Cookies.Add(node.Address, commander.GetCookies(node.Address));
        return device;
    }

    private static async Task<double> CpuAsync(IEnumerable<HubServer> nodes) =>
        (await Task.WhenAll(nodes.Select(static n => n.FiguresAsync()))).Sum(static f => f.Cpu);

    // A machine that is busy with something else may keep Redis waiting: whoever is told so asks again, as a browser does.
    private static async Task GiveAsync(Device device, string operation, string path, object body)
    {
        var answer = await device.GiveAsync(operation, path, body, CancellationToken.None);
        while (answer.Status == 503) answer = await device.GiveAsync(operation, path, body, CancellationToken.None);
        if (answer.Status != 200) throw new InvalidOperationException($"{path} of {operation}: {answer.Status} {answer.Code}");
    }

    private static string Name(int operation) => operation == 0 ? "sample" : $"sample-{operation}";

    private sealed record Run(Result All, double Cpu, double Quickest, double Slowest);
}

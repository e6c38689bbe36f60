using System.Text.Json;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Redis;
using CommandCenter.Server.CommandLine;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Nodes.Tests;

/// <summary>A durable Redis, nodes on it, devices that have joined, and the journal as it lies there.</summary>
public sealed class Cluster : IAsyncDisposable
{
    private const int Devices = 18;

    private readonly RedisConnection _line;
    private readonly RedisJournalStore _store;

    private readonly RedisServer? _redis;
    private readonly string _servers;

    private Cluster(RedisServer? redis, string servers, RedisConnection line, RedisJournalStore store) =>
        (_redis, _servers, _line, _store) = (redis, servers, line, store);

    /// <summary>The Redis that it began with, where it began one.</summary>
    public RedisServer Redis => _redis ?? throw new InvalidOperationException("Redis is somebody else's.");

    public List<Node> Nodes { get; } = [];

    /// <summary>Clerks and reception, each with a post of its own; the last one is the commander.</summary>
    public List<Device> People { get; } = [];

    public Device Commander => People[^1];

    public IJournal Journal { get; private set; } = null!;

    /// <summary>Starts everything: the first node founds the sample operation, the others find it.</summary>
    /// <param name="nodes">How many.</param>
    /// <param name="further">Further options of each node.</param>
    public static async Task<Cluster> StartAsync(int nodes, Func<string[]>? further = null)
    {
        var redis = await RedisServer.StartDurableAsync();
        return await StartAsync(redis, redis.Address, nodes, further);
    }

    /// <summary>The same on a Redis that somebody else keeps.</summary>
    public static Task<Cluster> StartOnAsync(string servers, int nodes, Func<string[]>? further = null) => StartAsync(null, servers, nodes, further);

    private static async Task<Cluster> StartAsync(RedisServer? redis, string servers, int nodes, Func<string[]>? further)
    {
        var line = await RedisConnection.OpenAsync(new() { Servers = servers }, CancellationToken.None);
        var cluster = new Cluster(redis, servers, line, new(line, EventRegistry.Default));
        cluster.Nodes.AddRange(await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => Node.StartAsync(servers, further?.Invoke() ?? []))));
        cluster.Journal = await cluster._store.OpenAsync(new("sample"), CancellationToken.None);
        await cluster.JoinAsync();
        return cluster;
    }

    /// <summary>The node that does what an operation does by itself now.</summary>
    public async Task<Node> HolderAsync(string operation = "sample")
    {
        var holder = await _line.CallAsync(db => db.StringGetAsync($"cc:{{{operation}}}:lease"), "Asking who holds the lease");
        return Nodes.Single(n => holder.ToString().StartsWith($"{n.Id}:", StringComparison.Ordinal));
    }

    /// <summary>The first entry that fits, also of those to come.</summary>
    public Task<JournalEntry> FirstAsync(Func<JournalEntry, bool> fits, string what) => LookAsync(fits).Expected(what);

    /// <summary>Everything that the journal holds by now, read from Redis by a line of its own.</summary>
    public async Task<List<JournalEntry>> EntriesAsync(string operation = "sample")
    {
        // Nodes may have found a Redis that came back before this line of the test's own has.
        while (_line.NextRestoredAsync() is var restored && !_line.IsReachable) await restored.Expected("the test's own line to be back");
        await using var fresh = new RedisJournalStore(_line, EventRegistry.Default);
        var journal = await fresh.OpenAsync(new(operation), CancellationToken.None);
        return await journal.ReadAsync(0, CancellationToken.None).ToListAsync();
    }

    /// <summary>Fails unless every node, when all has come to rest, shows the same boards and has folded the same chain.</summary>
    public async Task AssertTheSameEverywhereAsync()
    {
        var (shown, last) = await AtRestAsync().Expected("the nodes to come to rest");

        Assert.All(shown.GroupBy(static s => s.Path), static g => Assert.Single(g.Select(static s => s.Text).Distinct()));
        Assert.Contains($"\"sequence\":{last},", shown.Last(static s => s.Path == "chain").Text, StringComparison.Ordinal);
    }

    // What nodes show while nothing is written; what follows by itself may still be under way at first.
    private async Task<(List<(string Path, string Text)> Shown, long Last)> AtRestAsync()
    {
        while (true)
        {
            var last = (await EntriesAsync())[^1].Sequence;
            var shown = new List<(string Path, string Text)>();
            foreach (var node in Nodes)
            {
                await using var screen = await Screen.WatchAsync(node, Commander);
                await screen.AtAsync(last, $"node {node.Id} to have everything");
                foreach (var path in (string[])["boards/site", "boards/cases", "boards/units:1", "boards/queue:selection", "chain"])
                {
                    var said = await Commander.GetAsync(node, $"/api/operations/sample/{path}");
                    Assert.True(said.Status == 200, $"{path}: {said.Text}");
                    shown.Add((path, said.Text));
                }
            }

            if ((await EntriesAsync())[^1].Sequence == last) return (shown, last);
        }
    }

    public async ValueTask DisposeAsync()
    {
        People.ForEach(static d => d.Dispose());
        foreach (var node in Nodes) await node.DisposeAsync();
        await _store.DisposeAsync();
        await _line.DisposeAsync();
        await (_redis?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    // This line of the test's own looks for the promoted Redis as the nodes do.
    private async Task<JournalEntry> LookAsync(Func<JournalEntry, bool> fits)
    {
        while (true)
        {
            var restored = _line.NextRestoredAsync();
            try
            {
                return await Journal.FollowAsync(0, CancellationToken.None).FirstAsync(fits);
            }
            catch (JournalUnavailableException) when (!_line.IsReachable)
            {
                await restored;
            }
        }
    }

    /// <summary>A fresh one-time code of a post; those of before that nobody used are void.</summary>
    public async Task<string> CodeAsync(string post) =>
        (await PostsAsync()).Single(p => p.GetProperty("post").GetString() == post).GetProperty("code").GetString()!;

    private async Task<List<JsonElement>> PostsAsync()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.RunAsync(["posts", "--redis", _servers, "--operation", "sample", "--json"], output, error);
        Assert.True(code == 0, error.ToString());
        return [.. JsonDocument.Parse(output.ToString()).RootElement.EnumerateArray()];
    }

    private async Task JoinAsync()
    {
        var posts = await PostsAsync();
        var people = posts.Where(static p => p.GetProperty("role").GetString() is "clerk" or "reception").Take(Devices - 1)
            .Append(posts.First(static p => p.GetProperty("role").GetString() == "commander"));
        var from = 2;
        foreach (var post in people)
        {
            var device = new Device(from);
            People.Add(device);

            // Joined at one node, known at all.
            await device.JoinAsync(Nodes[from++ % Nodes.Count], post.GetProperty("code").GetString()!);
        }
    }
}

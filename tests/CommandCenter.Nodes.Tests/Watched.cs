using System.Diagnostics;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Nodes.Tests;

/// <summary>Three Redis and three sentinels that watch over them, with the settings of <c>ops/redis</c>; names and ports are this machine's.</summary>
public sealed class Watched : IAsyncDisposable
{
    private static readonly string Settings = Path.Combine(Checkout.Root, "ops", "redis");

    private readonly string _folder = Directory.CreateTempSubdirectory("sentinels-").FullName;
    private readonly List<Process> _sentinels = [];

    /// <summary>The one that takes writes to begin with.</summary>
    public RedisServer First { get; private set; } = null!;

    /// <summary>Those that follow it.</summary>
    public IReadOnlyList<RedisServer> Replicas { get; private set; } = [];

    /// <summary>Where a node asks which Redis is the first.</summary>
    public string Servers { get; private set; } = "";

    public static async Task<Watched> StartAsync()
    {
        var watched = new Watched();
        watched.First = await RedisServer.StartFromAsync(watched.Copy("redis.conf", 1));
        string[] follow = ["--replicaof", $"127.0.0.1 {watched.First.Port}"];
        watched.Replicas = [await RedisServer.StartFromAsync(watched.Copy("replica.conf", 2), follow), await RedisServer.StartFromAsync(watched.Copy("replica.conf", 3), follow)];
        var ports = new List<int>();
        for (var i = 0; i < 3; i++) ports.Add(await watched.AddSentinelAsync(i));
        watched.Servers = string.Join(',', ports.Select(static p => $"127.0.0.1:{p}")) + ",serviceName=commandcenter";
        return watched;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var sentinel in _sentinels)
        {
            sentinel.Kill();
            await sentinel.WaitForExitAsync();
            sentinel.Dispose();
        }

        foreach (var redis in Replicas.Append(First)) await redis.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // Sentinels have each Redis write down whom it follows.
    private string Copy(string settings, int number)
    {
        var copy = Path.Combine(_folder, $"redis-{number}.conf");
        File.Copy(Path.Combine(Settings, settings), copy);
        return copy;
    }

    private async Task<int> AddSentinelAsync(int number)
    {
        var port = RedisServer.FreePort();
        var file = Path.Combine(_folder, $"{number}.conf");
        var text = await File.ReadAllTextAsync(Path.Combine(Settings, "sentinel.conf"));
        Assert.Contains("sentinel monitor commandcenter redis-1 6379 2", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace("redis-1 6379", $"127.0.0.1 {First.Port}", StringComparison.Ordinal)
            .Replace("port 26379", $"port {port}", StringComparison.Ordinal).Replace("bind 0.0.0.0", "bind 127.0.0.1", StringComparison.Ordinal));
        var sentinel = Process.Start(new ProcessStartInfo("redis-server", [file, "--sentinel", "--dir", _folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        _sentinels.Add(sentinel);

        // It knows both replicas and, but for the last, nobody else yet; the others find it through the first Redis.
        for (var replicas = 0; replicas < 2;)
        {
            var line = await sentinel.StandardOutput.ReadLineAsync().Expected("a sentinel to know the replicas");
            if (line!.Contains("+slave ", StringComparison.Ordinal)) replicas++;
        }

        _ = sentinel.StandardOutput.ReadToEndAsync();
        return port;
    }
}

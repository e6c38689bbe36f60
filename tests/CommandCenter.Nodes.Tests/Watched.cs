using System.Diagnostics;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Nodes.Tests;

/// <summary>
/// Three Redis and three sentinels that watch over them, started as the deployment starts them (<c>ops/redis/start</c>) with its
/// settings and a password; names and ports are this machine's.
/// </summary>
public sealed class Watched : IAsyncDisposable
{
    /// <summary>The password of every Redis.</summary>
    public const string Password = "not-to-be-guessed";

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
        watched.First = await RedisServer.StartByAsync(Settings, "redis.conf", Password);
        string[] follow = ["--replicaof", $"127.0.0.1 {watched.First.Port}"];
        watched.Replicas =
        [
            await RedisServer.StartByAsync(Settings, "replica.conf", Password, follow),
            await RedisServer.StartByAsync(Settings, "replica.conf", Password, follow),
        ];
        await watched.NameTheFirstAsync();
        var ports = new List<int>();
        for (var i = 0; i < 3; i++) ports.Add(await watched.AddSentinelAsync(i));
        watched.Servers = string.Join(',', ports.Select(static p => $"127.0.0.1:{p}")) + $",serviceName=commandcenter,password={Password}";
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

    private async Task NameTheFirstAsync()
    {
        const string name = "sentinel monitor commandcenter redis-1 6379 2";
        var text = await File.ReadAllTextAsync(Path.Combine(Settings, "sentinel.conf"));
        Assert.Contains(name, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(_folder, "sentinel.conf"), text.Replace(name, name.Replace("redis-1 6379", $"127.0.0.1 {First.Port}", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    private async Task<int> AddSentinelAsync(int number)
    {
        var port = RedisServer.FreePort();
        var own = Directory.CreateDirectory(Path.Combine(_folder, $"{number}")).FullName;
        var start = RedisServer.By(Settings, _folder, own, Password);
        foreach (var argument in (string[])["sentinel.conf", "127.0.0.1", "--port", $"{port}", "--bind", "127.0.0.1", "--dir", own]) start.ArgumentList.Add(argument);
        var sentinel = Process.Start(start)!;
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

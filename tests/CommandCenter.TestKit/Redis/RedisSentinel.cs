using System.Diagnostics;

namespace CommandCenter.TestKit.Redis;

/// <summary>A real sentinel of the test's own that watches over one Redis by itself, under the name <c>day</c>.</summary>
public sealed class RedisSentinel : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private RedisSentinel(Process process, string folder) => (_process, _folder) = (process, folder);

    /// <summary>Starts one at a port and waits until it watches.</summary>
    public static async Task<RedisSentinel> StartAsync(int port, int redis)
    {
        var folder = Directory.CreateTempSubdirectory("sentinel-").FullName;
        var settings = Path.Combine(folder, "sentinel.conf");
        await File.WriteAllLinesAsync(settings, [$"port {port}", "bind 127.0.0.1", $"sentinel monitor day 127.0.0.1 {redis} 1"]);
        var process = Process.Start(new ProcessStartInfo("redis-server", [settings, "--sentinel", "--dir", folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var sentinel = new RedisSentinel(process, folder);
        await sentinel.WatchingAsync().Expected("the sentinel to watch");
        return sentinel;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task WatchingAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("+monitor master day", StringComparison.Ordinal)) continue;
            _ = _process.StandardOutput.ReadToEndAsync();
            return;
        }

        throw new InvalidOperationException("The sentinel ended.");
    }
}

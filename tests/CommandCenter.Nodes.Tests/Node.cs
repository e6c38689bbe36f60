using System.Diagnostics;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Nodes.Tests;

/// <summary>The built server as a process of its own. Can be killed, frozen and thawed.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly Task<string> _errors;
    private bool _frozen;

    private Node(Process process, string folder, Task<string> errors, Uri address, Uri metrics) =>
        (_process, _folder, _errors, Address, Metrics) = (process, folder, errors, address, metrics);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Where /metrics is.</summary>
    public Uri Metrics { get; }

    /// <summary>Its process.</summary>
    public int Id => _process.Id;

    /// <summary>The built server.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "CommandCenter.Server");

    /// <summary>Starts one on a Redis, with further options, and waits until it listens.</summary>
    public static Task<Node> StartAsync(string redis, params string[] further) =>
        StartAsync(new ProcessStartInfo(Program), "http://127.0.0.1:0", redis, further);

    /// <summary>The same by way of another program, on an address of its own.</summary>
    public static async Task<Node> StartAsync(ProcessStartInfo by, string url, string redis, params string[] further)
    {
        var folder = Directory.CreateTempSubdirectory("node-").FullName;
        string[] arguments =
            ["serve", "--urls", url, "--data", folder, "--plan", Checkout.Sample, "--journal", "redis", "--redis", redis,
                "--metrics", url, .. further];
        foreach (var argument in arguments) by.ArgumentList.Add(argument);
        (by.RedirectStandardOutput, by.RedirectStandardError, by.UseShellExecute, by.WorkingDirectory) = (true, true, false, folder);
        var process = Process.Start(by)!;
        var errors = process.StandardError.ReadToEndAsync();
        var metrics = "";
        while (await process.StandardOutput.ReadLineAsync().Expected("the node to listen") is { } line)
        {
            if (line.StartsWith("Metrics on ", StringComparison.Ordinal)) metrics = line["Metrics on ".Length..];
            if (line.StartsWith("Listening on ", StringComparison.Ordinal)) return new(process, folder, errors, new(line["Listening on ".Length..]), new(metrics));
        }

        await process.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        throw new InvalidOperationException($"The node ended with {process.ExitCode}: {await errors}");
    }

    /// <summary>The sum of a metric of its own over all tags, as Prometheus would be told now; 0 where it has not happened yet.</summary>
    public async Task<double> MeasureAsync(string metric)
    {
        using var http = new HttpClient();
        var text = await http.GetStringAsync(Metrics);
        return text.Split('\n').Where(l => l.StartsWith($"{metric}{{", StringComparison.Ordinal))
            .Sum(static l => double.Parse(l[(l.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Ends it at once, as a power failure would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().Expected("the killed node to be gone");
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>What it answers to its caller, and all that it said on its error stream.</returns>
    public async Task<(int Code, string Errors)> EndedAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _errors);
    }

    /// <summary>Lets it stand still in the middle of whatever it does.</summary>
    public void Stop()
    {
        RedisServer.Signal(Id, RedisServer.Freeze);
        _frozen = true;
    }

    /// <summary>Lets it go on as if nothing had been.</summary>
    public void Continue()
    {
        RedisServer.Signal(Id, RedisServer.Thaw);
        _frozen = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (_frozen) Continue();
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

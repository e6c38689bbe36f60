using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CommandCenter.TestKit.Redis;

/// <summary>A real Redis of the test's own: a free port, a folder of its own, gone with the test. Can be killed, frozen and started again.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    /// <summary>The signal by which a process stands still.</summary>
    public const int Freeze = 19;

    /// <summary>The signal by which it goes on.</summary>
    public const int Thaw = 18;

    private readonly string _folder;
    private readonly bool _isOurFolder;
    private readonly string[] _settings;
    private Func<string, ProcessStartInfo> _start = static _ => new("redis-server");
    private string? _password;
    private Process _process = null!;

    private RedisServer(string? folder, string[] settings)
    {
        (_settings, _isOurFolder) = (settings, folder is null);
        _folder = folder ?? Directory.CreateTempSubdirectory("redis-").FullName;
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; private set; }

    /// <summary>Host and port.</summary>
    public string Address => $"127.0.0.1:{Port}";

    /// <summary>Starts one and waits until it answers.</summary>
    /// <param name="settings">Settings besides port and folder, e.g. <c>--appendfsync always</c>.</param>
    public static Task<RedisServer> StartAsync(params string[] settings) => BeginAsync(new(null, settings));

    /// <summary>Starts one on a folder that somebody else keeps, with what lies there.</summary>
    public static Task<RedisServer> StartOnAsync(string folder, params string[] settings) => BeginAsync(new(folder, settings));

    /// <summary>
    /// Starts one as a deployment does, by the script <c>start</c> in a folder of settings, with a password; port, folder and what is given
    /// besides count instead of what the settings say.
    /// </summary>
    public static Task<RedisServer> StartByAsync(string folder, string settings, string password, params string[] further) => BeginAsync(new(null, further)
    {
        _password = password,
        _start = own =>
        {
            var start = By(folder, folder, own, password);
            start.ArgumentList.Add(settings);
            start.ArgumentList.Add("127.0.0.1");
            return start;
        },
    });

    /// <summary>How the script of a folder is run: on which settings, with a folder for what it writes, and a password.</summary>
    public static ProcessStartInfo By(string folder, string settings, string own, string password) => new("sh", [Path.Combine(folder, "start")])
    {
        RedirectStandardOutput = true,
        UseShellExecute = false,
        Environment = { ["SETTINGS"] = settings, ["DATA"] = own, ["COMMANDCENTER_REDIS_PASSWORD"] = password },
    };

    private static async Task<RedisServer> BeginAsync(RedisServer server)
    {
        for (var attempt = 0; ; attempt++)
        {
            server.Port = FreePort();
            if (await server.TryStartAsync()) return server;
            if (attempt == 5) throw new InvalidOperationException("redis-server did not start; is it installed?");
        }
    }

    /// <summary>One that keeps every write through kill -9: append-only file, flushed with each write.</summary>
    public static Task<RedisServer> StartDurableAsync(params string[] settings) =>
        StartAsync(["--appendonly", "yes", "--appendfsync", "always", .. settings]);

    /// <summary>Ends it at once, as a power failure would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().Expected("the killed Redis to be gone");
    }

    /// <summary>Starts it again where it was, with what it kept.</summary>
    public async Task RestartAsync()
    {
        _process.Dispose();
        if (!await TryStartAsync()) throw new InvalidOperationException("Redis did not start again.");
    }

    /// <summary>Lets it stand still: it holds its connections and answers nobody.</summary>
    public void Stop() => Signal(_process.Id, Freeze);

    /// <summary>Lets it go on.</summary>
    public void Continue() => Signal(_process.Id, Thaw);

    /// <summary>The same without the password, as a stranger would.</summary>
    public Task<string> SayAsStrangerAsync(string command) => AskAsync(command, line: 0, isStranger: true);

    /// <summary>Sends one command in text and gives the first line of the answer, e.g. <c>PING</c>, <c>+PONG</c>.</summary>
    public Task<string> SayAsync(string command) => AskAsync(command, line: 0);

    /// <summary>What a setting is now.</summary>
    public Task<string> SettingAsync(string name) => AskAsync($"CONFIG GET {name}", line: 4);

    /// <summary>What it thinks of the cluster that it is in: <c>cluster_state:ok</c> when every slot is served.</summary>
    public Task<string> ClusterStateAsync() => AskAsync("CLUSTER INFO", line: 1);

    /// <summary>How many calls of a command it has answered, blocking ones that gave up included.</summary>
    public async Task<int> CallsAsync(string command)
    {
        var stats = await TellAsync("INFO commandstats");
        var line = stats.Split("\r\n").FirstOrDefault(l => l.StartsWith($"cmdstat_{command}:calls=", StringComparison.Ordinal));
        return line is null ? 0 : int.Parse(line.Split('=', ',')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Sends a process a signal.</summary>
    public static void Signal(int process, int signal)
    {
        if (Kill(process, signal) != 0) throw new InvalidOperationException($"Signal {signal} to {process} failed: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        if (_isOurFolder) Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A port that nobody listens at just now.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    // One line of an answer. That to CONFIG GET is an array of two: the name after its length, the value after its length.
    private async Task<string> AskAsync(string command, int line, bool isStranger = false)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await using var stream = client.GetStream();
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        using var reader = new StreamReader(stream);
        if (_password is not null && !isStranger)
        {
            await writer.WriteLineAsync($"AUTH {_password}");
            await reader.ReadLineAsync();
        }

        await writer.WriteLineAsync(command);
        for (var skipped = 0; skipped < line; skipped++) await reader.ReadLineAsync();
        return await reader.ReadLineAsync() ?? "";
    }

    // A whole answer that is one text.
    private async Task<string> TellAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await using var stream = client.GetStream();
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        using var reader = new StreamReader(stream);
        await writer.WriteLineAsync(command);
        var text = new char[int.Parse((await reader.ReadLineAsync()).AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)];
        await reader.ReadBlockAsync(text);
        return new(text);
    }

    private async Task<bool> TryStartAsync()
    {
        var start = _start(_folder);
        (start.RedirectStandardOutput, start.UseShellExecute) = (true, false);
        string[] settings = ["--port", $"{Port}", "--bind", "127.0.0.1", "--dir", _folder, "--save", "", "--daemonize", "no", .. _settings];
        foreach (var argument in settings) start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        while (await _process.StandardOutput.ReadLineAsync().Expected("Redis to be ready") is { } line)
        {
            if (!line.Contains("Ready to accept connections", StringComparison.Ordinal)) continue;
            _ = _process.StandardOutput.ReadToEndAsync();
            return true;
        }

        await _process.WaitForExitAsync();
        return false;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}

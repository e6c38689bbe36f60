using System.Diagnostics;
using System.Globalization;

namespace CommandCenter.Bench.Hub;

/// <summary>A server as its own process.</summary>
internal sealed class HubServer : IAsyncDisposable
{
    private readonly Process _process;

    private HubServer(Process process, Uri address, string code) => (_process, Address, Code) = (process, address, code);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The commander's one-time code; <c>OPERATION=CODE</c> with commas where there are several, <c>-</c> where there is none.</summary>
    public string Code { get; }

    /// <summary>The number of its process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<HubServer> StartAsync(string mode, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [mode, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{mode} did not start.");
        return new(process, new(line.Split(' ')[0]), line.Split(' ')[1]);
    }

    /// <summary>Processor milliseconds and panels rendered so far.</summary>
    public async Task<(double Cpu, long Rendered)> FiguresAsync()
    {
        await _process.StandardInput.WriteLineAsync("?");
        await _process.StandardInput.FlushAsync();
        var figures = (await _process.StandardOutput.ReadLineAsync())!.Split(' ');
        return (double.Parse(figures[0], CultureInfo.InvariantCulture), long.Parse(figures[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

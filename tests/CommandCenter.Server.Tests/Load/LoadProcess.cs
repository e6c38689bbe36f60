using System.Diagnostics;
using System.Text;
using CommandCenter.TestKit;
using CommandCenter.TestKit.Redis;

namespace CommandCenter.Server.Tests.Load;

/// <summary>The built load tool as a process of its own, as people run it: with variables of its own, and ended before its time.</summary>
internal sealed class LoadProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "CommandCenter.Load");

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly StringBuilder _said = new();

    private LoadProcess(Process process) => (_process, _output) = (process, process.StandardOutput.ReadToEndAsync());

    /// <summary>What it has said on its error stream so far.</summary>
    public string Said => _said.ToString();

    public static LoadProcess Start(IReadOnlyDictionary<string, string?> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Waits until it says a line that holds these words.</summary>
    public async Task<string> SaysAsync(string words)
    {
        while (await _process.StandardError.ReadLineAsync().Expected($"the tool to say '{words}'; it said {_said}") is { } line)
        {
            _said.AppendLine(line);
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The tool ended without '{words}': {_said}");
    }

    /// <summary>
    /// Asks it to end. Not by the signal of Ctrl-C, which comes to the same: whatever a script starts beside itself is deaf to that one, and so
    /// is all that it starts in turn, tests too.
    /// </summary>
    public void Stop() => RedisServer.Signal(_process.Id, Terminate);

    /// <summary>Waits until it has ended.</summary>
    /// <returns>What it answers to its caller, and what it wrote.</returns>
    public async Task<(int ExitCode, string Output)> EndedAsync()
    {
        _said.Append(await _process.StandardError.ReadToEndAsync().Expected($"the tool to end; it said {_said}"));
        await _process.WaitForExitAsync().Expected("the tool to be gone");
        return (_process.ExitCode, await _output);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}

using System.Diagnostics;
using System.Text;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.CommandLine;

/// <summary>The built program, run as people run it.</summary>
internal static class Executable
{
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "CommandCenter.Server");

    /// <summary>Runs it to its end.</summary>
    public static Task<Finished> RunAsync(params string[] arguments) => RunInAsync(AppContext.BaseDirectory, arguments);

    /// <summary>Runs it to its end in a folder.</summary>
    public static async Task<Finished> RunInAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a server on a port of its own and waits until it listens.</summary>
    public static Task<ServerProcess> ServeAsync(params string[] arguments) => ServeAtAsync(new("http://127.0.0.1:0"), arguments);

    /// <summary>Starts a server where another one was, and waits until it listens.</summary>
    public static async Task<ServerProcess> ServeAtAsync(Uri address, params string[] arguments)
    {
        var process = Start(AppContext.BaseDirectory, ["serve", "--urls", address.ToString(), .. arguments]);
        var said = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync().Expected($"the server to listen; it said {said}") is { } line)
        {
            said.AppendLine(line);
            if (line.StartsWith("Listening on ", StringComparison.Ordinal))
            {
                return new(process, new(line["Listening on ".Length..]), said.ToString());
            }
        }

        throw new InvalidOperationException($"The server ended: {said}{await process.StandardError.ReadToEndAsync()}");
    }

    private static Process Start(string folder, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(Path, arguments)
    {
        RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder,
        StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
    })!;
}

/// <summary>The same command line without a process of its own, where only what it says matters.</summary>
internal static class CommandLines
{
    public static async Task<Finished> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await Server.CommandLine.Cli.RunAsync(arguments, output, error);
        return new(exitCode, output.ToString(), error.ToString());
    }
}

/// <summary>How a run ended.</summary>
internal sealed record Finished(int ExitCode, string Output, string Error)
{
    /// <summary>Fails with what it said, unless it ended so.</summary>
    public Finished Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Expected {exitCode}, got {ExitCode}.\n{Output}\n{Error}");
        return this;
    }
}

/// <summary>A running server.</summary>
internal sealed class ServerProcess(Process process, Uri address, string said) : IAsyncDisposable
{
    public Uri Address => address;

    /// <summary>What it printed before it listened.</summary>
    public string Said => said;

    /// <summary>Ends it at once, as a power failure would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().Expected("the killed server to be gone");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }
}

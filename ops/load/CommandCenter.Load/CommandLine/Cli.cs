using System.CommandLine.Invocation;
using CommandCenter.Load.Running;

namespace CommandCenter.Load.CommandLine;

/// <summary>The command line. Results go to the output, progress and errors to the error stream.</summary>
public static class Cli
{
    // 0 done, 1 the server did not bear it, 2 wrong usage, 3 could not run: as the server's own.
    private const int WrongUsage = 2;
    private const int CouldNotRun = 3;

    // After Ctrl-C there is a report to write, and thousands of connections to end.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(30);

    /// <summary>Runs what the arguments say.</summary>
    /// <returns>0 done, 1 faults or lost watchers, 2 wrong usage, 3 could not run.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = LoadVerb.Create(error);
        root.Subcommands.Add(FuzzVerb.Create(error));
        var result = root.Parse(args);
        if (result.Action is ParseErrorAction)
        {
            foreach (var mistake in result.Errors)
            {
                await error.WriteLineAsync(mistake.Message);
            }

            await error.WriteLineAsync("Try --help.");
            return WrongUsage;
        }

        try
        {
            return await result.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Farewell });
        }
        catch (Exception e) when (e is LoadRefusedException or HttpRequestException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            await error.WriteLineAsync(e is OperationCanceledException ? "Interrupted." : e.Message);
            return e is LoadRefusedException ? WrongUsage : CouldNotRun;
        }
    }
}

using System.Diagnostics;
using Spectre.Console;

namespace CommandCenter.Server.CommandLine;

/// <summary>
/// Shows on the error stream how far long work is: a moving line on a terminal; elsewhere a plain line at the start and
/// then one every few seconds.
/// </summary>
internal static class WorkReport
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Does the work.</summary>
    /// <param name="error">The error stream.</param>
    /// <param name="what">What is being done.</param>
    /// <param name="work">Gets where to report to; may be called from one thread at a time.</param>
    public static async Task<T> RunAsync<T>(TextWriter error, string what, Func<IProgress<string>, Task<T>> work)
    {
        if (error != Console.Error || Console.IsErrorRedirected)
        {
            await error.WriteLineAsync($"{what} …");
            return await work(new PlainLines(error));
        }

        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(error) });
        return await terminal.Status().StartAsync(Markup.Escape(what), status => work(new StatusLine(status, what)));
    }

    private sealed class PlainLines(TextWriter error) : IProgress<string>
    {
        private long _last = Stopwatch.GetTimestamp();

        public void Report(string value)
        {
            if (Stopwatch.GetElapsedTime(_last) >= Every)
            {
                _last = Stopwatch.GetTimestamp();
                error.WriteLine(value);
            }
        }
    }

    private sealed class StatusLine(StatusContext status, string what) : IProgress<string>
    {
        private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(100);
        private long _last;

        public void Report(string value)
        {
            if (Stopwatch.GetElapsedTime(_last) >= Blink)
            {
                _last = Stopwatch.GetTimestamp();
                status.Status(Markup.Escape($"{what}: {value}"));
            }
        }
    }
}

/// <summary>Hands reports on at once, in the reporter's thread, as words.</summary>
internal sealed class Worded<T>(IProgress<string> target, Func<T, string> words) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => target.Report(words(value));
}

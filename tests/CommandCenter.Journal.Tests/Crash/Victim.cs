using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;

namespace CommandCenter.Journal.Tests.Crash;

/// <summary>The process that a crash test kills: many callers append without end, and each answered command is printed.</summary>
internal static class Victim
{
    private const int Callers = 64;

    /// <param name="args">The journal file, and a word that makes this run's commands its own.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var path, var run]) return 2;
        await using var journal = new SqliteJournal(path, new("crash"), EventRegistry.Default);
        var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; ; i++)
            {
                var command = $"{run}-{caller}-{i}";
                await journal.AppendAsync(Appends.Notes($"{run}-{caller}", i * 2, command, 2));
                await output.WriteLineAsync(command);
            }
        })));
        return 0;
    }
}

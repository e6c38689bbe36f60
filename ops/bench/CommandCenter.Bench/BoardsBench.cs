using System.Diagnostics;
using System.Text;
using CommandCenter.Boards;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace CommandCenter.Bench;

/// <summary>
/// Rebuilding all boards from a day of about 100,000 entries, read from SQLite, against reading and parsing the same rows
/// and nothing else; turn and turn about.
/// </summary>
internal static class BoardsBench
{
    private const int Entries = 100_000;
    private const int Rounds = 5;

    public static async Task RunAsync(string parent)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, $"boards-bench-{Environment.ProcessId}")).FullName;
        try
        {
            var path = Path.Combine(folder, "day.db");
            var (day, _) = await DrillBench.PlayAsync("ten-times");
            await using (var copy = JournalCopy.Start(day, path, EventRegistry.Default))
            {
                await copy.CompleteAsync();
            }

            var pairs = new List<(double Bare, double Boards)>();
            for (var round = 0; round <= Rounds; round++)
            {
                pairs.Add((await TimeAsync(() => ParseAsync(path)), await TimeAsync(() => RebuildAsync(path))));
            }

            pairs.RemoveAt(0);
            var median = pairs.Select(static p => p.Boards / p.Bare).Order().ElementAt(Rounds / 2);
            Console.WriteLine($"| {Entries} entries | ms (best of {Rounds}) |");
            Console.WriteLine("| --- | ---: |");
            Console.WriteLine($"| read and parse the rows | {pairs.Min(static p => p.Bare):F0} |");
            Console.WriteLine($"| rebuild all boards | {pairs.Min(static p => p.Boards):F0} |");
            Console.WriteLine($"| ratio, median of pairs | {median:F2} |");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task RebuildAsync(string path)
    {
        await using var journal = new SqliteJournal(path, new("bench"), EventRegistry.Default);
        var boards = new BoardSet();
        await foreach (var entry in journal.ReadAsync(0, CancellationToken.None))
        {
            if (entry.Sequence > Entries)
            {
                break;
            }

            boards.Apply(entry);
        }

        foreach (var topic in boards.Topics)
        {
            _ = boards.Read(topic);
        }
    }

    private static async Task ParseAsync(string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT sequence, grain, version, type, payload, actor, command, ordinal, causation, at, recorded_at FROM entries WHERE sequence <= {Entries} ORDER BY sequence";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            _ = (rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2), rows.GetString(5), rows.GetString(6), rows.GetInt64(7));
            _ = (await rows.IsDBNullAsync(8), DateTimeOffset.Parse(rows.GetString(9)), DateTimeOffset.Parse(rows.GetString(10)));
            EventRegistry.Default.Read(rows.GetInt64(0), rows.GetString(3), Encoding.UTF8.GetBytes(rows.GetString(4)));
        }
    }
}

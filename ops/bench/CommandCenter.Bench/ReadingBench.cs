using System.Diagnostics;
using CommandCenter.Domain.Queues;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace CommandCenter.Bench;

/// <summary>Reading a whole journal against reading and parsing the same rows bare, turn and turn about in one run.</summary>
internal static class ReadingBench
{
    private const int Entries = 100_000;
    private const int Rounds = 3;
    private static readonly DateTimeOffset At = new(2026, 10, 5, 9, 0, 0, TimeSpan.FromHours(8));

    public static async Task RunAsync(string folder)
    {
        var path = Path.Combine(folder, "reading.db");
        await using var memory = new MemoryJournal(new("bench"), EventRegistry.Default);
        var appending = await TimeAsync(() => AppendAsync(memory));
        var copying = await TimeAsync(() => CopyAsync(memory, path));
        var bare = new List<double>();
        var journal = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(await TimeAsync(() => ReadBareAsync(path)));
            journal.Add(await TimeAsync(() => ReadJournalAsync(path)));
        }

        Console.WriteLine($"| {Entries} entries | ms |");
        Console.WriteLine("| --- | ---: |");
        Console.WriteLine($"| append in memory, one thread | {appending:F0} |");
        Console.WriteLine($"| copy to SQLite | {copying:F0} |");
        Console.WriteLine($"| read and parse rows, bare | {bare.Min():F0} |");
        Console.WriteLine($"| open and read the journal | {journal.Min():F0} |");
        Console.WriteLine($"| ratio | {journal.Min() / bare.Min():F2} |");
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task AppendAsync(MemoryJournal journal)
    {
        for (var i = 0; i < Entries; i++)
        {
            await journal.AppendAsync(
                new(
                    new("queue", $"q{i % 10}"), i / 10, new($"command-{i}"), new("clerk-1"), null, At, At,
                    [new TicketCalled(new("selection-057"), "S057", new("selection"), new("h017"), new("w3"), CallKind.InOrder, null, null, At)]),
                CancellationToken.None);
        }
    }

    private static async Task CopyAsync(MemoryJournal journal, string path)
    {
        await using var copy = JournalCopy.Start(journal, path, EventRegistry.Default);
        await copy.CompleteAsync();
    }

    private static async Task ReadJournalAsync(string path)
    {
        await using var journal = new SqliteJournal(path, new("bench"), EventRegistry.Default);
        var count = 0;
        await foreach (var entry in journal.ReadAsync(0, CancellationToken.None)) count += entry.Ordinal + 1;
        if (count != Entries) throw new InvalidOperationException($"Read {count} entries.");
    }

    private static async Task ReadBareAsync(string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, grain, version, type, payload, actor, command, ordinal, causation, at, recorded_at FROM entries ORDER BY sequence";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            _ = (rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2), rows.GetString(5), rows.GetString(6), rows.GetInt64(7));
            _ = (await rows.IsDBNullAsync(8), DateTimeOffset.Parse(rows.GetString(9)), DateTimeOffset.Parse(rows.GetString(10)));
            EventRegistry.Default.Read(rows.GetInt64(0), rows.GetString(3), System.Text.Encoding.UTF8.GetBytes(rows.GetString(4)));
        }
    }
}

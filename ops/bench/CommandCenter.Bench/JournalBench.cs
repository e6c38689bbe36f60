using System.Security.Cryptography;
using System.Text;
using CommandCenter.Domain.Queues;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;

namespace CommandCenter.Bench;

/// <summary>
/// Durable appends to the SQLite journal against a bare writer of the same rows and indexes, turn and turn about in one
/// run, so that what the machine does meanwhile strikes both. The best of the rounds counts for each.
/// </summary>
internal static class JournalBench
{
    private const int Rounds = 6;
    private static readonly DateTimeOffset At = new(2026, 10, 5, 9, 0, 0, TimeSpan.FromHours(8));

    public static async Task RunAsync(string parent)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, $"journal-bench-{Environment.ProcessId}")).FullName;
        try
        {
            Console.WriteLine("| in flight | calls | bare /s | journal /s | ratio | bare p50 ms | journal p50 ms | bare p99 ms | journal p99 ms | p99 ratio | bare CPU µs | journal CPU µs |");
            Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var (callers, calls) in ((int, int)[])[(1, 1_000), (64, 30_000), (256, 50_000)])
                await CompareAsync(folder, callers, calls);
            Console.WriteLine();
            await ReadingBench.RunAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(string folder, int callers, int calls)
    {
        var bare = new List<Result>();
        var journal = new List<Result>();
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(await BareAsync(Path.Combine(folder, $"bare-{callers}-{round}.db"), callers, calls));
            journal.Add(await JournalAsync(Path.Combine(folder, $"journal-{callers}-{round}.db"), callers, calls));
        }

        var (b, j) = (bare.MaxBy(static r => r.PerSecond)!, journal.MaxBy(static r => r.PerSecond)!);
        Console.WriteLine(
            $"| {callers} | {calls} | {b.PerSecond:F0} | {j.PerSecond:F0} | {j.PerSecond / b.PerSecond:F2} | {b.Median:F2} | {j.Median:F2} | {b.P99:F2} | {j.P99:F2} | {j.P99 / b.P99:F2} | {b.Cpu:F0} | {j.Cpu:F0} |");
    }

    private static async Task<Result> BareAsync(string path, int callers, int calls)
    {
        await using var writer = new BareWriter(path, largestGroup: callers == 1 ? 1 : 512);
        const string Payload = """{"ticket":"selection-057","number":"S057","step":"selection","household":"h017","window":"w3","kind":"inOrder","priority":null,"reason":null,"issuedAt":"2026-10-05T09:00:00+08:00"}""";
        return await Load.RunAsync(
            callers, calls,
            (caller, i) => writer.WriteAsync(BareRow.Create($"queue/q{caller}", i + 1, "ticket.called.v1", Payload, CommandOf(caller, i), At)));
    }

    private static async Task<Result> JournalAsync(string path, int callers, int calls)
    {
        await using var journal = new SqliteJournal(path, new("bench"), EventRegistry.Default);
        return await Load.RunAsync(callers, calls, async (caller, i) => await journal.AppendAsync(AppendOf(caller, i), CancellationToken.None));
    }

    private static Append AppendOf(int caller, int i) => new(
        new("queue", $"q{caller}"), i, new(CommandOf(caller, i)), new("clerk-1"), null, At, At,
        [new TicketCalled(new("selection-057"), "S057", new("selection"), new("h017"), new("w3"), CallKind.InOrder, null, null, At)]);

    /// <summary>Random-looking, as clients choose them, and the same in every round.</summary>
    private static string CommandOf(int caller, int i) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}-{i}")).AsSpan(0, 16)).ToString();
}

using CommandCenter.Boards;
using CommandCenter.Domain;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Policies;
using CommandCenter.Grains;
using CommandCenter.Grains.Running;
using CommandCenter.Grains.Time;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Plans.Samples;

namespace CommandCenter.Bench;

/// <summary>
/// Durable commands through the running operation (deciders, policies, deadlines, boards, SQLite) against a bare
/// group-commit writer of the same rows and indexes with as many awaiting callers; turn and turn about in one run. Ratios
/// are taken pair by pair, and their median is shown.
/// </summary>
internal static class HostBench
{
    private const int Rounds = 7;
    private const int CasesPerCaller = 4;
    private const string Text = "住户询问差价缴纳期限，已当面说明并告知窗口。";
    private static readonly DateTimeOffset At = new(2026, 12, 5, 9, 0, 0, TimeSpan.FromHours(8));

    public static async Task RunAsync(string parent)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, $"host-bench-{Environment.ProcessId}")).FullName;
        try
        {
            Console.WriteLine("| in flight | commands | bare /s | host /s | ratio | bare p99 ms | host p99 ms | p99 ratio |");
            Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var (callers, calls) in ((int, int)[])[(1, 1_500), (64, 40_000), (256, 60_000)])
            {
                await CompareAsync(folder, callers, calls);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(string folder, int callers, int calls)
    {
        var pairs = new List<(Result Bare, Result Host)>();
        for (var round = 0; round < Rounds; round++)
        {
            var bare = await BareAsync(Path.Combine(folder, $"bare-{callers}-{round}.db"), callers, calls);
            pairs.Add((bare, await HostAsync(Path.Combine(folder, $"host-{callers}-{round}.db"), callers, calls)));
        }

        // The first round warms both up.
        pairs.RemoveAt(0);
        double Of(Func<(Result Bare, Result Host), double> figure) => pairs.Select(figure).Order().ElementAt(pairs.Count / 2);
        Console.WriteLine(
            $"| {callers} | {calls} | {Of(static p => p.Bare.PerSecond):F0} | {Of(static p => p.Host.PerSecond):F0} | {Of(static p => p.Host.PerSecond / p.Bare.PerSecond):F2} "
            + $"| {Of(static p => p.Bare.P99):F2} | {Of(static p => p.Host.P99):F2} | {Of(static p => p.Host.P99 / p.Bare.P99):F2} |");
    }

    private static async Task<Result> BareAsync(string path, int callers, int calls)
    {
        await using var writer = new BareWriter(path, largestGroup: callers == 1 ? 1 : 512);
        var payload = $$"""{"case":"c0001","text":"{{Text}}"}""";
        return await Load.RunAsync(callers, calls, (caller, i) => writer.WriteAsync(BareRow.Create(
            $"case/c{caller}-{i % CasesPerCaller}", (i / CasesPerCaller) + 1, "case.noted.v1", payload, $"bench:{caller}:{i}:0123456789", At)));
    }

    private static async Task<Result> HostAsync(string path, int callers, int calls)
    {
        var sample = SampleFolder.Read();
        var id = new OperationId("bench");
        await using var journal = new SqliteJournal(path, id, EventRegistry.Default);
        await using var host = await OperationHost.OpenAsync(
            new(journal, Deciders.All, AllPolicies.List, [new BoardSet()], new(new LiveClock(TimeZoneInfo.Utc), TimeProvider.System)), CancellationToken.None);
        await OperationFounding.FoundAsync(host, id, OperationMode.Drill, sample.Plan!, sample.PlanHash!, sample.Lists!, CancellationToken.None);
        await host.StartAsync(CancellationToken.None);
        var actor = new Actor("commander");
        var register = new RegisterCase(CaseCategory.Request, CaseChannel.Reception, null, Text, CaseKind.Complex, null);
        for (var caller = 0; caller < callers; caller++)
        {
            for (var k = 0; k < CasesPerCaller; k++)
            {
                await host.ExecuteAsync(new(new("case", $"c{caller}-{k}"), register, new($"register:{caller}:{k}"), actor), CancellationToken.None);
            }
        }

        return await Load.RunAsync(callers, calls, async (caller, i) =>
        {
            var answer = await host.ExecuteAsync(
                new(new("case", $"c{caller}-{i % CasesPerCaller}"), new NoteCase(Text), new($"bench:{caller}:{i}:0123456789"), actor), CancellationToken.None);
            if (answer.Entries.IsEmpty)
            {
                throw new InvalidOperationException($"Refused: {answer.Rejection?.Code}");
            }
        });
    }
}

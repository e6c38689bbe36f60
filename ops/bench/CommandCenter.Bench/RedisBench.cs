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
using CommandCenter.Journal.Redis;
using CommandCenter.Plans.Samples;
using CommandCenter.TestKit.Redis;
using StackExchange.Redis;

namespace CommandCenter.Bench;

/// <summary>
/// Commands through the running operation (deciders, policies, deadlines, boards) on Redis against the bare append script
/// with as many callers on a connection of its own; turn and turn about on one Redis, at each setting of its flush.
/// </summary>
internal static class RedisBench
{
    private const int Rounds = 7;
    private const int Callers = 64;
    private const int Calls = 20_000;
    private const int CasesPerCaller = 4;
    private const string Text = "住户询问差价缴纳期限，已当面说明并告知窗口。";
    private static readonly DateTimeOffset At = new(2026, 12, 5, 9, 0, 0, TimeSpan.FromHours(8));

    public static async Task RunAsync()
    {
        Console.WriteLine("| appendfsync | in flight | commands | bare script /s | node /s | ratio | bare p99 ms | node p99 ms |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var flush in (string[])["everysec", "always"])
        {
            await CompareAsync(flush);
        }
    }

    private static async Task CompareAsync(string flush)
    {
        await using var redis = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", flush);
        await using var line = await RedisConnection.OpenAsync(new() { Servers = redis.Address }, CancellationToken.None);
        await using var bare = await ConnectionMultiplexer.ConnectAsync(redis.Address);
        var pairs = new List<(Result Bare, Result Node)>();
        for (var round = 0; round < Rounds; round++)
        {
            var scripted = await BareAsync(bare, $"bare-{round}");
            pairs.Add((scripted, await NodeAsync(line, new($"node-{round}"))));
        }

        // The first round warms both up.
        pairs.RemoveAt(0);
        double Of(Func<(Result Bare, Result Node), double> figure) => pairs.Select(figure).Order().ElementAt(pairs.Count / 2);
        Console.WriteLine(
            $"| {flush} | {Callers} | {Calls} | {Of(static p => p.Bare.PerSecond):F0} | {Of(static p => p.Node.PerSecond):F0} "
            + $"| {Of(static p => p.Node.PerSecond / p.Bare.PerSecond):F2} | {Of(static p => p.Bare.P99):F2} | {Of(static p => p.Node.P99):F2} |");
    }

    private static async Task<Result> BareAsync(ConnectionMultiplexer redis, string operation)
    {
        var db = redis.GetDatabase();
        var script = RedisScript.Read(typeof(RedisJournal), "append.lua").Text;
        var payload = $$"""{"case":"c0001","text":"{{Text}}"}""";
        var (entries, versions, answers) = ((RedisKey)$"cc:{{{operation}}}:e", (RedisKey)$"cc:{{{operation}}}:v", (RedisKey)$"cc:{{{operation}}}:a");
        return await Load.RunAsync(Callers, Calls, async (caller, i) =>
        {
            var grain = $"case/c{caller}-{i % CasesPerCaller}";
            var said = await db.ScriptEvaluateAsync(
                script, [entries, versions, answers, $"cc:{{{operation}}}:g:{grain}"],
                [grain, i / CasesPerCaller, $"bench:{caller}:{i}:0123456789", "commander", 0, At.ToString("O"), At.ToString("O"), RedisValue.EmptyString, $"news:{operation}", "bare", i, 0, "case.noted.v1", payload]);
            if ((string?)said[0] != "written")
            {
                throw new InvalidOperationException($"The script says {said[0]}.");
            }
        });
    }

    private static async Task<Result> NodeAsync(RedisConnection line, OperationId id)
    {
        var sample = SampleFolder.Read();
        await using var store = new RedisJournalStore(line, EventRegistry.Default);
        var journal = await store.OpenAsync(id, CancellationToken.None);
        await using var host = await OperationHost.OpenAsync(
            new(journal, Deciders.All, AllPolicies.List, [new BoardSet()], new(new LiveClock(TimeZoneInfo.Utc), TimeProvider.System)), CancellationToken.None);
        await OperationFounding.FoundAsync(host, id, OperationMode.Drill, sample.Plan!, sample.PlanHash!, sample.Lists!, CancellationToken.None);
        await host.StartAsync(CancellationToken.None);
        var actor = new Actor("commander");
        var register = new RegisterCase(CaseCategory.Request, CaseChannel.Reception, null, Text, CaseKind.Complex, null);
        await Task.WhenAll(Enumerable.Range(0, Callers * CasesPerCaller).Select(n => host.ExecuteAsync(
            new(new("case", $"c{n / CasesPerCaller}-{n % CasesPerCaller}"), register, new($"register:{n}"), actor), CancellationToken.None).AsTask()));
        return await Load.RunAsync(Callers, Calls, async (caller, i) =>
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

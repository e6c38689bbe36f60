using System.Collections.Concurrent;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Chains;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Journal.Redis;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Journal.Verification;
using CommandCenter.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace CommandCenter.Journal.Tests.Contract;

/// <summary>
/// Random histories by 64 callers at once: appends to a few grains on versions that may be stale, repetitions of each
/// other's commands, refusals. FsCheck prints the seeds of a history that fails.
/// </summary>
public sealed class RandomHistoryTests(RedisFixture redis) : IClassFixture<RedisFixture>
{
    private const int Callers = 64;
    private const int Grains = 5;
    private const int Commands = 300;

    private static readonly Gen<Step[]> Steps = Gen.ArrayOf(
        from grain in Gen.Choose(0, Grains - 1)
        from command in Gen.Choose(0, Commands)
        from events in Gen.Choose(0, 3)
        from stale in Gen.Frequency((8, Gen.Constant(0)), (1, Gen.Choose(-1, 1)))
        select new Step(grain, command, events, stale),
        6);

    private static readonly Arbitrary<Step[][]> Histories = Gen.ArrayOf(Steps, Callers).ToArbitrary();

    [Fact]
    public void RandomHistory_OnMemory_IsGaplessAndAnswersAgree() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Histories, static history => OnMemoryAsync(history).GetAwaiter().GetResult()));

    [Fact]
    public void RandomHistory_OnSqlite_IsGaplessVerifiesAndSurvivesReopening() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(25), Prop.ForAll(Histories, static history => OnSqliteAsync(history).GetAwaiter().GetResult()));

    [Fact]
    public void RandomHistory_OnRedisByTwoProcesses_IsGaplessAndTheSameForBoth() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10), Prop.ForAll(Histories, history => OnRedisAsync(history).GetAwaiter().GetResult()));

    private async Task OnRedisAsync(Step[][] history)
    {
        await redis.EmptyAsync();
        await using var here = new RedisJournalStore(redis.Connection, EventRegistry.Default);
        await using var there = new RedisJournalStore(redis.Connection, EventRegistry.Default);
        var (a, b) = (await here.OpenAsync(new("demo"), CancellationToken.None), await there.OpenAsync(new("demo"), CancellationToken.None));
        var halves = await Task.WhenAll(RunAsync(a, history[..(history.Length / 2)]), RunAsync(b, history[(history.Length / 2)..]));
        var count = (int)Math.Max(a.LastSequence, b.LastSequence);
        var entries = await a.FollowedAsync(count);

        Agree([.. halves[0], .. halves[1]], entries);
        Assert.Equal(Reading.Stored(entries), Reading.Stored(await b.FollowedAsync(count)));
    }

    private static async Task OnMemoryAsync(Step[][] history)
    {
        await using var journal = new MemoryJournal(new("demo"), EventRegistry.Default);
        Agree(await RunAsync(journal, history), await journal.AllAsync());
    }

    private static async Task OnSqliteAsync(Step[][] history)
    {
        using var folder = new TemporaryFolder();
        var path = folder["demo.db"];
        ConcurrentBag<(CommandId Command, CommandAnswer Answer)> answers;
        List<JournalEntry> live;
        await using (var journal = new SqliteJournal(path, new("demo"), EventRegistry.Default))
        {
            answers = await RunAsync(journal, history);
            live = await journal.AllAsync();
            Agree(answers, live);
        }

        await using var reopened = new SqliteJournal(path, new("demo"), EventRegistry.Default);
        Assert.Equal(Reading.Stored(live), Reading.Stored(await reopened.AllAsync()));
        foreach (var (command, answer) in answers.DistinctBy(static a => a.Command))
            Same(answer, await reopened.AppendAsync(Appends.Nothing("c0", 0, command.Value)));
        var verdict = new ChainVerifier(EventRegistry.Default).Verify(path, null, CancellationToken.None);
        Assert.Equal(new ChainVerdict(await Chain.ComputeAsync(reopened, CancellationToken.None), null), verdict);
    }

    private static async Task<ConcurrentBag<(CommandId Command, CommandAnswer Answer)>> RunAsync(IJournal journal, Step[][] history)
    {
        var versions = new long[Grains];
        var answers = new ConcurrentBag<(CommandId, CommandAnswer)>();
        await Task.WhenAll(history.Select(steps => Task.Run(async () =>
        {
            foreach (var step in steps)
            {
                var append = step.Against(Math.Max(0, Interlocked.Read(ref versions[step.Grain]) + step.Stale));
                try
                {
                    answers.Add((append.Command, await journal.AppendAsync(append)));
                }
                catch (JournalConflictException)
                {
                    // The lost races are part of the history: they must leave nothing behind.
                }

                Interlocked.Exchange(ref versions[step.Grain], (await journal.GrainAsync(append.Grain)).LongCount());
            }
        }))).Expected("a random history");
        return answers;
    }

    private static void Agree(ConcurrentBag<(CommandId Command, CommandAnswer Answer)> answers, List<JournalEntry> entries)
    {
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(static i => (long)i), entries.Select(static e => e.Sequence));
        foreach (var grain in entries.GroupBy(static e => e.Grain))
            Assert.Equal(Enumerable.Range(1, grain.Count()).Select(static i => (long)i), grain.Select(static e => e.Version));
        foreach (var command in answers.GroupBy(static a => a.Command))
        {
            Assert.Single(command, static a => !a.Answer.Repeated);
            foreach (var (_, answer) in command) Same(command.First().Answer, answer);
        }

        var written = answers.Where(static a => !a.Answer.Repeated).SelectMany(static a => a.Answer.Entries).OrderBy(static e => e.Sequence);
        Assert.Equal(Reading.Stored(entries), Reading.Stored(written));
    }

    private static void Same(CommandAnswer expected, CommandAnswer actual)
    {
        Assert.Equal(Reading.Stored(expected.Entries), Reading.Stored(actual.Entries));
        Assert.Equal(expected.Rejection, actual.Rejection);
    }

    /// <summary>One call: so many events, 0 for a refusal.</summary>
    private sealed record Step(int Grain, int Command, int Events, int Stale)
    {
        public Append Against(long version) => Events == 0
            ? Appends.Refused($"c{Grain}", version, $"k{Command}")
            : Appends.Notes($"c{Grain}", version, $"k{Command}", Events);
    }
}

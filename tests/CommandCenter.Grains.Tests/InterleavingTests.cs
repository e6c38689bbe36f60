using CommandCenter.Domain;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Journal.Sqlite;
using CommandCenter.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace CommandCenter.Grains.Tests;

/// <summary>
/// Random histories by 64 callers at once on few grains, through a journal that yields, is overtaken and loses answers at
/// random. FsCheck prints the seed and the smallest history that fails.
/// </summary>
public sealed class InterleavingTests
{
    private const int Callers = 64;
    private static readonly string[] Grains = ["case/a", "case/b", "case/c", "group/a", "group/b"];

    /// <summary>What one caller asks; the same <paramref name="Id"/> may be used by several, also for several grains.</summary>
    internal sealed record Asked(int Caller, int Id, int Grain, int Kind);

    [Fact]
    public void RandomHistories_InMemory_ReplayEqualsLiveAndEachCommandHappensOnce() => Check(25, static (asked, seed) =>
        HoldsAsync(new MemoryJournal(new("test"), EventRegistry.Default), asked, seed));

    [Fact]
    public void RandomHistories_OnDisk_ReplayEqualsLiveAndEachCommandHappensOnce()
    {
        var folder = Directory.CreateTempSubdirectory("grains");
        try
        {
            Check(4, async (asked, seed) =>
            {
                await using var journal = new SqliteJournal(
                    Path.Combine(folder.FullName, $"{Guid.NewGuid()}.db"), new("test"), EventRegistry.Default);
                await HoldsAsync(journal, asked, seed);
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Check(int histories, Func<Asked[], int, Task> holds)
    {
        var history = Gen.Choose(0, Callers - 1)
            .SelectMany(static caller => Gen.Choose(0, 150).SelectMany(id => Gen.Choose(0, Grains.Length - 1)
                .SelectMany(grain => Gen.Choose(0, 4).Select(kind => new Asked(caller, id, grain, kind)))))
            .ListOf(256)
            .SelectMany(static asked => Gen.Choose(0, int.MaxValue).Select(seed => (Asked: asked.ToArray(), Seed: seed)));

        Prop.ForAll(history.ToArbitrary(), h => holds(h.Asked, h.Seed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(histories));
    }

    private static async Task HoldsAsync(IJournal journal, Asked[] asked, int seed)
    {
        var bench = new Bench(journal) { Options = new() { RememberedAnswers = 20, MaxActiveGrains = 2 } };
        var host = await bench.OpenAsync();
        Disturb(bench, seed);
        var answers = await RunAsync(host, asked);
        (bench.Journal.BeforeAppend, bench.Journal.AfterAppend) = (null, null);

        AssertOneAnswerPerCommand(answers);
        await AssertStoredOnceAsync(bench);
        await AssertReplayEqualsLiveAsync(bench, host);
        await AssertRepetitionsWriteNothingAsync(bench, asked);
    }

    // All callers leave one barrier together; each gives its commands one after another.
    private static async Task<(Asked Asked, CommandAnswer Answer)[]> RunAsync(GrainHost host, Asked[] asked)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var callers = asked.GroupBy(static a => a.Caller).Select(own => Task.Run(async () =>
        {
            await start.Task;
            var answers = new List<(Asked, CommandAnswer)>();
            foreach (var a in own)
            {
                answers.Add((a, await PersistAsync(host, a)));
                host.PassivateIdle();
            }

            return answers;
        })).ToArray();
        start.SetResult();
        return [.. (await Task.WhenAll(callers).Expected($"{Callers} callers")).SelectMany(static a => a)];
    }

    // As callers do who get 503: again with the same id.
    private static async Task<CommandAnswer> PersistAsync(GrainHost host, Asked a)
    {
        while (true)
        {
            try
            {
                return await host.SendAsync(Grains[a.Grain], $"id-{a.Id}", CommandFor(a));
            }
            catch (Exception e) when (e is JournalUnavailableException or GrainBusyException)
            {
                await Task.Yield();
            }
        }
    }

    private static void Disturb(Bench bench, int seed)
    {
        var random = new Random(seed);
        var foreign = 0;
        int Roll(int sides)
        {
            lock (random)
            {
                return random.Next(sides);
            }
        }

        bench.Journal.BeforeAppend = async append =>
        {
            for (var i = Roll(4); i > 0; i--)
            {
                await Task.Yield();
            }

            switch (Roll(20))
            {
                case 0:
                    throw new JournalUnavailableException("at random");
                case 1:
                    await bench.AppendElsewhereAsync(append.Grain.ToString(), $"foreign-{Interlocked.Increment(ref foreign)}", new Write("f"));
                    break;
                default:
                    break;
            }
        };
        bench.Journal.AfterAppend = async _ =>
        {
            await Task.Yield();
            if (Roll(20) == 0)
            {
                throw new IOException("the answer got lost, at random");
            }
        };
    }

    private static ICommand CommandFor(Asked a) => a.Kind switch
    {
        0 => new Write($"w{a.Id}"),
        1 => new Write($"w{a.Id}", $"v{a.Id}"),
        2 => new WriteOnce("once"),
        3 => new WriteUpTo(12, $"u{a.Id}"),
        _ => new PromiseBy(Scenario.Morning.AddMinutes(a.Id)),
    };

    private static void AssertOneAnswerPerCommand(IEnumerable<(Asked Asked, CommandAnswer Answer)> answers)
    {
        foreach (var same in answers.GroupBy(static a => a.Asked.Id))
        {
            var own = same.Where(static a => a.Answer.Rejection?.Code != Rejections.CommandIdReused.Code).ToArray();
            Assert.Single(own.Select(static a => a.Asked.Grain).Distinct());
            Assert.Single(own.Select(static a => (string.Join(',', a.Answer.Entries.Select(static e => e.Sequence)), a.Answer.Rejection)).Distinct());
        }
    }

    private static async Task AssertStoredOnceAsync(Bench bench)
    {
        var grains = new Dictionary<string, string>();
        var versions = new Dictionary<string, long>();
        var ordinals = new Dictionary<string, int>();
        await foreach (var e in bench.Store.ReadAsync(0, CancellationToken.None))
        {
            var (grain, command) = (e.Grain.ToString(), e.Command.Value);
            Assert.Equal(versions[grain] = versions.GetValueOrDefault(grain) + 1, e.Version);
            Assert.Equal(ordinals[command] = ordinals.GetValueOrDefault(command, -1) + 1, e.Ordinal);
            Assert.True(grains.TryAdd(command, grain) || grains[command] == grain, $"{command} was applied to {grain} and {grains[command]}");
        }
    }

    private static async Task AssertReplayEqualsLiveAsync(Bench bench, GrainHost live)
    {
        var replayed = await bench.OpenAsync();
        Assert.Null(replayed.Stopped);
        foreach (var grain in Grains)
        {
            // What the live host has not heard of yet, it hears of when it next appends.
            await live.SendAsync(grain, $"sync-{grain}", new Write("sync"));
            await replayed.SendAsync(grain, $"sync2-{grain}", new Write("sync"));
            await live.SendAsync(grain, $"sync3-{grain}", new WriteOnce("sync"));
            Assert.Equal(await replayed.ContentAsync(grain), await live.ContentAsync(grain));
        }
    }

    private static async Task AssertRepetitionsWriteNothingAsync(Bench bench, Asked[] asked)
    {
        var host = await bench.OpenAsync();
        var before = bench.Store.LastSequence;
        foreach (var a in asked)
        {
            await host.SendAsync(Grains[a.Grain], $"id-{a.Id}", CommandFor(a));
        }

        Assert.Equal(before, bench.Store.LastSequence);
    }
}

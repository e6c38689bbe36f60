using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;
using CommandCenter.Journal.Sqlite;
using CommandCenter.TestKit.Halls;
using FsCheck;
using FsCheck.Fluent;

namespace CommandCenter.Grains.Tests.Invariants;

/// <summary>
/// 64 callers at once in a small hall, with the real deciders, policies and deadlines running in the background: no flat to two
/// households, no ticket and no household at two windows, no event lost or doubled, and the day can still be brought to its end.
/// FsCheck prints the seed of a run that fails.
/// </summary>
public sealed class RandomInterleavingTests
{
    private const int Callers = 64;

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void OneHost_OnMemory_KeepsTheInvariants() => Check(runs: 8, static seed => OnMemoryAsync(seed, hosts: 1, acts: 40));

    [Fact]
    public void TwoHosts_OnOneJournal_KeepTheInvariants() => Check(runs: 4, static seed => OnMemoryAsync(seed, hosts: 2, acts: 20));

    [Fact]
    public void OneHost_OnSqlite_KeepsTheInvariants() => Check(runs: 2, OnSqliteAsync);

    private static void Check(int runs, Func<int, Task> run) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(runs), Prop.ForAll(Seeds, seed => run(seed).GetAwaiter().GetResult()));

    private static async Task OnMemoryAsync(int seed, int hosts, int acts)
    {
        await using var journal = new MemoryJournal(new("small"), EventRegistry.Default);
        await RunAsync(journal, seed, hosts, acts);
    }

    private static async Task OnSqliteAsync(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("hall-");
        try
        {
            await using (var journal = new SqliteJournal(Path.Combine(folder.FullName, "small.db"), new("small"), EventRegistry.Default))
            {
                await RunAsync(journal, seed, hosts: 1, acts: 8);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(IJournal journal, int seed, int hosts, int acts)
    {
        await using var hall = await HallHosts.OpenAsync(journal, hosts, households: 6 + (seed % 7), units: 5 + (seed % 11));

        await hall.PlayAsync(seed, Callers, acts);
        await hall.ComeToRestAsync();
        hall.See(static view => Agrees(view));
        await hall.BringToItsEndAsync();

        var replayed = hall.See(static view => new HallView(view.Plan, view.Lists));
        foreach (var entry in await EntryRules.CheckAsync(journal, hall.Answers))
        {
            replayed.Apply(entry.Grain, entry.Event);
        }

        Assert.True(Agrees(replayed));
    }

    private static bool Agrees(HallView view)
    {
        RestRules.Check(view);
        RestRules.CheckInventory(view);
        return true;
    }
}

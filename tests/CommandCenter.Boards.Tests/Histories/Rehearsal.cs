using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Policies;
using CommandCenter.Grains;
using CommandCenter.Grains.Running;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Memory;

namespace CommandCenter.Boards.Tests.Histories;

/// <summary>
/// The real deciders, policies and deadlines on a journal in memory, stepped to rest after each command: whatever comes out
/// is a history that could have happened.
/// </summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    private readonly MemoryJournal _journal;
    private readonly DrillClock _clock;
    private readonly OperationHost _host;
    private int _commands;

    private Rehearsal(MemoryJournal journal, DrillClock clock, OperationHost host, BoardSet boards) =>
        (_journal, _clock, _host, Boards) = (journal, clock, host, boards);

    /// <summary>What the screens show meanwhile.</summary>
    public BoardSet Boards { get; }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public static async Task<Rehearsal> FoundAsync(int households)
    {
        var journal = new MemoryJournal(new("demo"), EventRegistry.Default);
        var clock = new DrillClock(SmallHall.At(8, 0), TimeZoneInfo.Utc);
        var boards = new BoardSet();
        var host = await OperationHost.OpenAsync(
            new(journal, Deciders.All, AllPolicies.List, [boards], new(clock, clock)), CancellationToken.None);
        var lists = new AllocationLists([.. Enumerable.Range(1, households).Select(Entry)], "h", SmallHall.Units, "u");
        var refusal = await OperationFounding.FoundAsync(
            host, new("demo"), OperationMode.Drill, SmallHall.Plan, "p", lists, CancellationToken.None);
        Assert.Null(refusal);
        await host.RunToRestAsync(CancellationToken.None);
        return new(journal, clock, host, boards);
    }

    /// <summary>Asks, lets everything follow, and says whether it was accepted.</summary>
    public async Task<bool> SendAsync(string post, GrainAddress grain, ICommand command)
    {
        var answer = await _host.ExecuteAsync(new(grain, command, new($"test-{++_commands}"), new(post)), CancellationToken.None);
        await _host.RunToRestAsync(CancellationToken.None);
        return answer.Rejection is null;
    }

    /// <summary>Lets time pass, and every deadline on the way be met in its moment.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var until = Now + time;
        while (_host.NextDue is { } due && due <= until)
        {
            _clock.JumpTo(due);
            await _host.RunToRestAsync(CancellationToken.None);
        }

        _clock.JumpTo(until);
    }

    public async Task<List<JournalEntry>> EntriesAsync()
    {
        var entries = new List<JournalEntry>();
        await foreach (var entry in _journal.ReadAsync(0, CancellationToken.None))
        {
            entries.Add(entry);
        }

        return entries;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _clock.Dispose();
    }

    private static HouseholdEntry Entry(int n) => SmallHall.Household(
        n, 1 + (n % 5), n % 6 == 0 ? PriorityReason.Aged70 : null, n % 11 == 0 ? new Proxy($"代理人{n:000}", "001x") : null);
}

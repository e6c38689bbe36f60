using CommandCenter.Domain.Operations;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.Journal;

namespace CommandCenter.Grains.Tests;

/// <summary>An entry that cannot be trusted stops its operation, says which entry, and stops no other.</summary>
public sealed class StoppedOperationTests
{
    private readonly Bench _bench = new();

    public static TheoryData<string, Func<JournalEntry, JournalEntry>> Corruptions => new()
    {
        { "cannot apply", static e => e with { Event = new OperationClosed() } },
        { "no grains of the kind", static e => e with { Grain = new("spaceship", "a") } },
        { "follows version", static e => e with { Version = e.Version + 1 } },
        { "follows entry", static e => e with { Sequence = e.Sequence + 1 } },
        { "unreadable", static e => throw new JournalCorruptException(e.Sequence, "unreadable") },
    };

    [Theory]
    [MemberData(nameof(Corruptions))]
    public async Task Open_CorruptEntry_TakesNoCommandsAndNamesTheEntry(string reason, Func<JournalEntry, JournalEntry> corrupt)
    {
        await WriteThreeAsync();
        _bench.Journal.OnRead = e => e.Sequence == 2 ? corrupt(e) : e;

        var host = await _bench.OpenAsync();
        var refusal = await Assert.ThrowsAsync<OperationStoppedException>(async () => await host.SendAsync("case/z", "9", new Write("x")));

        Assert.Matches("Entry [23]: ", refusal.Message);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(host.Stopped);
        Assert.Equal(3, _bench.Store.LastSequence);
    }

    [Fact]
    public async Task Open_CorruptEntry_OtherOperationsGoOn()
    {
        await WriteThreeAsync();
        _bench.Journal.OnRead = static e => e with { Event = new OperationClosed() };
        var other = new Bench();
        var (stopped, running) = (await _bench.OpenAsync(), await other.OpenAsync());

        await Assert.ThrowsAsync<OperationStoppedException>(async () => await stopped.SendAsync("case/a", "9", new Write("x")));
        var answer = await running.SendAsync("case/a", "9", new Write("x"));

        Assert.Single(answer.Entries);
    }

    [Fact]
    public async Task CatchUp_CorruptEntry_StopsTheOperation()
    {
        var host = await _bench.OpenAsync();
        await _bench.AppendElsewhereAsync("case/a", "other", new Write("x"));
        _bench.Journal.OnRead = static e => e with { Event = new OperationClosed() };

        await Assert.ThrowsAsync<OperationStoppedException>(async () => await host.SendAsync("case/a", "1", new Write("y")));

        await Assert.ThrowsAsync<OperationStoppedException>(async () => await host.SendAsync("case/b", "2", new Write("y")));
    }

    [Fact]
    public async Task Open_CorruptEntry_SubscribersHoldWhatCameBefore()
    {
        var seen = new Seen();
        var bench = new Bench { Subscribers = [seen] };
        await bench.AppendElsewhereAsync("case/a", "1", new Write("x", "y", "z"));
        bench.Journal.OnRead = static e => e.Sequence == 3 ? e with { Event = new OperationClosed() } : e;

        await using var operation = await bench.OpenOperationAsync();

        Assert.Equal([1L, 2L], seen.Sequences);
        Assert.Contains("Entry 3", operation.Stopped?.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<OperationStoppedException>(async () => await operation.RunToRestAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Feed_CorruptEntry_StopsTheOperation()
    {
        await using var operation = await _bench.OpenOperationAsync();
        await operation.SendAsync("case/a", "1", new Write("x"));
        _bench.Journal.OnRead = static e => throw new JournalCorruptException(e.Sequence, "unreadable");

        await Assert.ThrowsAsync<OperationStoppedException>(async () => await operation.RunToRestAsync(CancellationToken.None));

        await Assert.ThrowsAsync<OperationStoppedException>(async () => await operation.SendAsync("case/a", "2", new Write("y")));
    }

    private async Task WriteThreeAsync()
    {
        var host = await _bench.OpenAsync();
        for (var i = 1; i <= 3; i++)
        {
            await host.SendAsync("case/a", $"{i}", new Write("x"));
        }
    }
}

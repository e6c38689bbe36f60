using System.Collections.Concurrent;
using CommandCenter.TestKit;

namespace CommandCenter.Journal.Tests.Contract;

public abstract partial class JournalContract
{
    private const int Callers = 64;

    [Fact]
    public async Task Append_ManyRaceForOneVersion_OneWins()
    {
        const int Rounds = 10;
        for (var round = 0; round < Rounds; round++)
        {
            var version = round;
            var outcomes = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() =>
                WinsAsync(Appends.Note("c1", version, $"r{version}-{caller}"))))).Expected($"the racers of round {round}");
            Assert.Single(outcomes, static won => won);
        }

        Assert.Equal(Rounds, _journal.LastSequence);
    }

    [Fact]
    public async Task Follow_WhileManyAppend_GivesEachEntryOnceInOrder()
    {
        const int Each = 20;
        const int Total = Callers * Each;
        await _journal.AppendAsync(Appends.Notes("before", 0, "before", 5));
        var early = _journal.FollowedAsync(Total + 5);
        var late = _journal.FollowedAsync(Total, after: 5);

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++) await _journal.AppendAsync(Appends.Note($"c{caller}", i, $"k{caller}-{i}"));
        }))).Expected("all callers");

        var all = await _journal.AllAsync();
        Assert.Equal(Enumerable.Range(1, Total + 5).Select(static i => (long)i), all.Select(static e => e.Sequence));
        Assert.Equal(Reading.Stored(all), Reading.Stored(await early));
        Assert.Equal(Reading.Stored(all.Skip(5)), Reading.Stored(await late));
        Assert.Equal(Reading.Stored(all.Skip(100)), Reading.Stored(await _journal.FollowedAsync(Total - 95, after: 100)));
    }

    [Fact]
    public async Task Append_Answered_IsReadableByThen()
    {
        var unseen = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                var written = (await _journal.AppendAsync(Appends.Note($"c{caller}", i, $"k{caller}-{i}"))).Entries.Single();
                var read = await _journal.ReadAsync(written.Sequence - 1, CancellationToken.None).FirstOrDefaultAsync();
                if (_journal.LastSequence < written.Sequence || read?.Command != written.Command) unseen.Add(Reading.Stored(written));
            }
        }))).Expected("all callers");

        Assert.Empty(unseen);
    }

    [Fact]
    public async Task Append_Cancelled_IsEitherWrittenOrNot()
    {
        using var cancel = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 200).Select(i => _journal.AppendAsync(Appends.Note($"c{i}", 0, $"k{i}"), cancel.Token).AsTask()).ToList();
        await cancel.CancelAsync();
        await Task.WhenAll(calls).ContinueWith(static _ => { }, TaskScheduler.Default).Expected("written or withdrawn");

        var answered = calls.Where(static c => c.IsCompletedSuccessfully).SelectMany(static c => c.Result.Entries);
        Assert.All(calls, static c => Assert.True(c.IsCompletedSuccessfully || c.IsCanceled));
        await _journal.AppendAsync(Appends.Note("last", 0, "last"));
        Assert.Equal(Reading.Stored(answered), Reading.Stored((await _journal.AllAsync()).SkipLast(1)));
    }

    [Fact]
    public async Task Append_CancelledBefore_WritesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await _journal.AppendAsync(Appends.Note("c1", 0, "k1"), new CancellationToken(canceled: true)));

        Assert.Equal(0, _journal.LastSequence);
    }

    [Fact]
    public async Task Follow_Cancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        await _journal.AppendAsync(Appends.Note("c1", 0, "k1"));
        await using var following = _journal.FollowAsync(0, cancel.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await following.MoveNextAsync());
        var next = following.MoveNextAsync().AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.Expected("the follower to stop"));
    }

    [Fact]
    public async Task Follow_JournalClosed_Ends()
    {
        await _journal.AppendAsync(Appends.Note("c1", 0, "k1"));
        await using var following = _journal.FollowAsync(1, CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        var next = following.MoveNextAsync().AsTask();

        await _journal.DisposeAsync();

        Assert.False(await next.Expected("the follower to end"));
    }

    private async Task<bool> WinsAsync(Append append)
    {
        try
        {
            await _journal.AppendAsync(append);
            return true;
        }
        catch (JournalConflictException)
        {
            return false;
        }
    }
}

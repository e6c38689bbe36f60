using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Events;

namespace CommandCenter.Journal.Redis;

public sealed partial class RedisJournal
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Wake _wake = new();
    private readonly CancellationTokenSource _stop = new();
    private IAsyncDisposable? _hearing;
    private Task _following = Task.CompletedTask;
    private JournalCorruptException? _fault;

    // The first look at the store since the line was lost so many times, and how far it came.
    private (long Losses, long Sequence)? _look;
    private readonly Lock _looking = new();

    /// <inheritdoc/>
    public bool IsCurrentAt(long sequence)
    {
        lock (_looking) return _redis.IsReachable && _look is { } look && look.Losses == _redis.Losses && sequence >= look.Sequence;
    }

    /// <summary>Why nothing more can be read, or null: the store no longer holds what this process has seen of it.</summary>
    internal JournalCorruptException? Fault => Volatile.Read(ref _fault);

    /// <summary>Opens a journal, founding it where there is none.</summary>
    /// <param name="redis">The line to Redis; whoever opened it disposes it, after the journal.</param>
    /// <param name="operation">Whose journal.</param>
    /// <param name="registry">Gives names and payloads.</param>
    /// <exception cref="JournalUnavailableException">Redis does not answer.</exception>
    /// <exception cref="JournalCorruptException">Entries are missing.</exception>
    public static async Task<RedisJournal> OpenAsync(RedisConnection redis, OperationId operation, EventRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(redis);
        JournalRules.Check(operation);
        var keys = new RedisKeys(operation);
        var reader = new RedisReader(redis, keys, registry);
        await redis.CallAsync(db => db.SetAddAsync(RedisKeys.Operations, operation.Value), $"Opening {operation}");
        var journal = new RedisJournal(redis, operation, reader, registry, await reader.LastSequenceAsync());
        journal._hearing = await redis.HearAsync(keys.News, journal.Hear);
        journal._following = journal.FollowStoreAsync(journal._stop.Token);
        return journal;
    }

    /// <summary>Ends those who follow.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsClosed) return;
        _tail.Pulse.Close();
        await _stop.CancelAsync();
        _wake.Set();
        await _following;
        if (_hearing is not null) await _hearing.DisposeAsync();
    }

    // "WRITER SEQUENCE": what this process wrote itself it knows from the answer.
    private void Hear(string news)
    {
        if (!news.StartsWith(_writer, StringComparison.Ordinal)) _wake.Set();
    }

    private async Task FollowStoreAsync(CancellationToken stop)
    {
        await Task.Yield();
        var inDoubt = false;
        while (!stop.IsCancellationRequested && Fault is null)
        {
            var (losses, restored) = (_redis.Losses, _redis.NextRestoredAsync());
            try
            {
                if (inDoubt) await CheckSameStoreAsync();
                inDoubt = false;
                while (await _reader.ReadAsync(LastSequence) is { Count: > 0 } page && !stop.IsCancellationRequested) _tail.Offer(page);
                Looked(losses);
            }
            catch (JournalUnavailableException)
            {
                inDoubt = true;
                Looked(null);
                await restored.WaitAsync(LookEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }
            catch (JournalCorruptException e)
            {
                Spoiled(e);
            }

            await _wake.WaitAsync(LookEvery);
        }
    }

    private void Looked(long? losses)
    {
        lock (_looking)
        {
            if (losses is not { } known) _look = null;
            else if (_look?.Losses != known) _look = (known, LastSequence);
        }
    }

    private JournalCorruptException Spoiled(JournalCorruptException fault)
    {
        Volatile.Write(ref _fault, fault);
        _tail.Pulse.Announce();
        return fault;
    }

    /// <summary>
    /// Behind the same name there may be another server by now, promoted or restored from a copy. If it lacks what was seen
    /// here, or has something else in its place, this process must not go on: its screens would show what never was.
    /// </summary>
    private async Task CheckSameStoreAsync()
    {
        var last = LastSequence;
        if (last == 0 || _tail.Find(last) is not { } known) return;
        var there = (await _reader.ReadAsync(last - 1)).FirstOrDefault();
        if (there is null) throw new JournalCorruptException(last, $"the store ends before it; it had {last}.");
        if (there.Command != known.Command || there.Ordinal != known.Ordinal)
            throw new JournalCorruptException(last, "the store holds another entry in its place.");
    }
}

using System.Globalization;
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

    // Losses of the line when the store was last known to be the one that was read before.
    private long _sameSince;

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
        var losses = redis.Losses;
        await redis.CallAsync(db => db.SetAddAsync(RedisKeys.Operations, operation.Value), $"Opening {operation}");
        var (last, newest) = await reader.NewestAsync();
        var journal = new RedisJournal(redis, operation, reader, registry, new(last, newest), losses);
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

    // "WRITER SEQUENCE": what this process wrote itself it knows from the answer, and the page read for an earlier one may hold this;
    // unless it comes from a store that is not known to be the same yet.
    private void Hear(string news)
    {
        if (news.StartsWith(_writer, StringComparison.Ordinal)) return;
        var isNumber = long.TryParse(news.AsSpan(news.IndexOf(' ', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture, out var sequence);
        if (!isNumber || sequence > LastSequence || _redis.Losses != Volatile.Read(ref _sameSince)) _wake.Set();
    }

    private async Task FollowStoreAsync(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested && Fault is null)
        {
            var restored = _redis.NextRestoredAsync();
            try
            {
                if (!await CatchUpAsync(stop)) continue;
            }
            catch (JournalUnavailableException)
            {
                Looked(null);
                await restored.WaitAsync(LookEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }
            catch (JournalCorruptException e)
            {
                Spoiled(e);
            }
            catch (Exception e)
            {
                // A mistake in the code, the same at each further look: better to stop and say so than to stand still and say nothing.
                Spoiled(new(LastSequence + 1, $"it could not be taken in: {e.Message}", e));
            }

            await _wake.WaitAsync(LookEvery);
        }
    }

    // False where the line may lead to another server since it began: what came from there counts only once that was asked.
    private async Task<bool> CatchUpAsync(CancellationToken stop)
    {
        var losses = _redis.Losses;
        if (losses != _sameSince) await CheckSameStoreAsync();
        Volatile.Write(ref _sameSince, losses);
        while (!stop.IsCancellationRequested)
        {
            var (page, isEnd) = await _reader.ReadAsync(LastSequence);
            if (_redis.Losses != losses) return false;
            if (page.Count > 0) _tail.Offer(page);
            if (isEnd) break;
        }

        Looked(losses);
        return true;
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
        if (last == 0) return;
        var there = (await _reader.ReadAsync(last - 1)).Entries.FirstOrDefault();
        if (there is null) throw new JournalCorruptException(last, $"the store ends before it; it had {last}.");
        if (_tail.Find(last) is { } known && (there.Command != known.Command || there.Ordinal != known.Ordinal))
            throw new JournalCorruptException(last, "the store holds another entry in its place.");
    }
}

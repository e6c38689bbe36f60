using System.Runtime.CompilerServices;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Events;
using StackExchange.Redis;

namespace CommandCenter.Journal.Redis;

/// <summary>
/// The journal of one operation in Redis, for several processes at a time. Version check, once-only and append are one script,
/// so of two racing writers one is refused. What other processes append is announced on a channel and read from the stream;
/// should an announcement get lost, a look each second finds it.
/// </summary>
/// <remarks>
/// An answered append is as durable as the server's <c>appendfsync</c>, and held by as many replicas as <see cref="RedisOptions.Replicas"/> says.
/// A call without an answer may have happened or not: it is asked again by its command id as soon as the line is back, as long as
/// the caller's time lasts; after that the caller is told that nothing is acknowledged.
/// </remarks>
public sealed partial class RedisJournal : IJournal
{
    private static readonly RedisScript AppendScript = RedisScript.Read(typeof(RedisJournal), "append.lua");

    private readonly RedisConnection _redis;
    private readonly RedisKeys _keys;
    private readonly RedisReader _reader;
    private readonly EventRegistry _registry;
    private readonly RedisTail _tail;
    private readonly string _writer = Guid.NewGuid().ToString("N");

    private RedisJournal(RedisConnection redis, OperationId operation, RedisReader reader, EventRegistry registry, RedisTail tail, long losses)
    {
        (_redis, Operation, _reader, _registry, _tail, _sameSince) = (redis, operation, reader, registry, tail, losses);
        _keys = new(operation);
    }

    /// <inheritdoc/>
    public OperationId Operation { get; }

    /// <inheritdoc/>
    public long LastSequence => _tail.LastSequence;

    /// <summary>Whether it has been closed.</summary>
    internal bool IsClosed => _tail.Pulse.IsClosed;

    /// <inheritdoc/>
    public ValueTask<CommandAnswer> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        JournalRules.Check(append);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<CommandAnswer>(cancellationToken);
        return new(AppendAsync(append, new RedisAppend(append, _registry)));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadAsync(long after, CancellationToken cancellationToken) =>
        EnumerateAsync(after, follow: false, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadGrainAsync(
        GrainAddress grain, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        while (await _reader.ReadGrainAsync(grain, afterVersion) is { Count: > 0 } page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var entry in page) yield return entry;
            afterVersion += page.Count;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> FollowAsync(long after, CancellationToken cancellationToken) =>
        EnumerateAsync(after, follow: true, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<long> ReadCursorAsync(string reader, CancellationToken cancellationToken)
    {
        var position = await _redis.CallAsync(db => db.HashGetAsync(_keys.Cursors, reader), "Reading a position");
        return position.TryParse(out long sequence) ? sequence : 0;
    }

    /// <inheritdoc/>
    public async ValueTask SaveCursorAsync(string reader, long sequence, CancellationToken cancellationToken) =>
        await _redis.CallAsync(db => db.HashSetAsync(_keys.Cursors, reader, sequence), "Saving a position");

    private async Task<CommandAnswer> AppendAsync(Append append, RedisAppend encoded)
    {
        if (Fault is { } fault) throw fault;
        var before = LastSequence;
        RedisKey[] keys = [_keys.Entries, _keys.Versions, _keys.Answers, _keys.History(append.Grain)];
        var said = await _redis.WriteAsync(AppendScript, keys, encoded.Arguments(_keys.News, _writer), $"The append to {Operation}");
        CommandAnswer answer;
        try
        {
            answer = encoded.Answer(said, _reader);
        }
        catch (JournalConflictException)
        {
            // Somebody else's entries are there: the sooner they are known here, the better the next decision.
            _wake.Set();
            throw;
        }

        if (answer.Entries.IsEmpty) return answer;
        if (!answer.Repeated && answer.Entries[0].Sequence <= before)
            throw Spoiled(new(answer.Entries[0].Sequence, $"it was given out anew; the store had {before} entries and no longer has them."));
        if (!_tail.Offer(answer.Entries)) _wake.Set();
        await _tail.ReachedAsync(answer.Entries[^1].Sequence).WaitAsync(_redis.Options.CallTimeout)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return answer;
    }

    private async IAsyncEnumerable<JournalEntry> EnumerateAsync(
        long after, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        while (true)
        {
            var more = follow ? _tail.Pulse.Next() : Task.CompletedTask;
            for (var until = LastSequence; after < until;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_tail.Find(after + 1) is { } entry)
                {
                    after++;
                    yield return entry;
                    continue;
                }

                foreach (var older in await OlderAsync(after, until))
                {
                    after = older.Sequence;
                    yield return older;
                }
            }

            if (!follow || IsClosed) yield break;
            if (Fault is { } fault) throw fault;
            await more.WaitAsync(cancellationToken);
        }
    }

    private async Task<IEnumerable<JournalEntry>> OlderAsync(long after, long until)
    {
        var (page, _) = await _reader.ReadAsync(after);
        if (page.Count == 0) throw new JournalCorruptException(after + 1, "it is missing.");
        return page.TakeWhile(e => e.Sequence <= until);
    }
}

using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Journal.Events;

namespace CommandCenter.Journal.Redis;

/// <summary>Journals in Redis, shared by all processes that use the same one.</summary>
/// <param name="redis">The line to Redis; whoever opened it disposes it, after the store.</param>
/// <param name="registry">Gives names and payloads.</param>
public sealed class RedisJournalStore(RedisConnection redis, EventRegistry registry) : IJournalStore
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<OperationId, RedisJournal> _journals = [];

    /// <inheritdoc/>
    /// <exception cref="JournalUnavailableException">Redis does not answer.</exception>
    public async ValueTask<ImmutableArray<OperationId>> ListAsync(CancellationToken cancellationToken)
    {
        var all = await redis.CallAsync(db => db.SetMembersAsync(RedisKeys.Operations), "Listing the operations");
        return [.. all.Select(static id => id.ToString()).Order(StringComparer.Ordinal).Select(static id => new OperationId(id))];
    }

    /// <inheritdoc/>
    public async ValueTask<IJournal> OpenAsync(OperationId operation, CancellationToken cancellationToken)
    {
        JournalRules.Check(operation);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_journals.TryGetValue(operation, out var journal) || journal.IsClosed)
                _journals[operation] = journal = await RedisJournal.OpenAsync(redis, operation, registry);
            return journal;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var journal in _journals.Values) await journal.DisposeAsync();
    }
}

using CommandCenter.Domain.Identity;
using CommandCenter.Journal;
using CommandCenter.Journal.Events;
using CommandCenter.Journal.Redis;
using CommandCenter.Journal.Sqlite;
using CommandCenter.Server.Access;

namespace CommandCenter.Server.CommandLine;

/// <summary>The journal of an operation that is there, and where its codes are: in a data folder or in Redis.</summary>
internal sealed class JournalSource : IAsyncDisposable
{
    private readonly IJournalStore _store;
    private readonly RedisConnection? _redis;

    private JournalSource(IJournalStore store, RedisConnection? redis, IJournal journal, IAccessStore access) =>
        (_store, _redis, Journal, Access) = (store, redis, journal, access);

    public IJournal Journal { get; }

    public IAccessStore Access { get; }

    /// <summary>Opens it.</summary>
    /// <exception cref="UsageException">The id is not an identifier.</exception>
    /// <exception cref="CannotRunException">There is no such operation, or Redis does not answer.</exception>
    public static async Task<JournalSource> OpenAsync(string data, RedisOptions? redis, OperationId operation, CancellationToken cancellationToken)
    {
        if (redis is null)
        {
            DataFolder.JournalOf(data, operation.Value);
            var files = new SqliteJournalStore(data, EventRegistry.Default);
            return new(files, null, await files.OpenAsync(operation, cancellationToken), new AccessFolder(data));
        }

        try
        {
            var line = await RedisConnection.OpenAsync(redis, cancellationToken);
            var store = new RedisJournalStore(line, EventRegistry.Default);
            return (await store.ListAsync(cancellationToken)).Contains(operation)
                ? new(store, line, await store.OpenAsync(operation, cancellationToken), new RedisAccess(line, TimeProvider.System))
                : throw new CannotRunException($"There is no operation '{operation}' in Redis.");
        }
        catch (JournalUnavailableException e)
        {
            throw new CannotRunException(e.Message);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }
    }
}

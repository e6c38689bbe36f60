using System.Collections.Concurrent;
using CommandCenter.Domain.Identity;
using CommandCenter.Grains.Running;
using CommandCenter.Journal.Redis;

namespace CommandCenter.Server.Nodes;

/// <summary>Processes that share one Redis.</summary>
/// <param name="redis">The line to it; disposed with this.</param>
/// <param name="time">System time.</param>
internal sealed class RedisNodes(RedisConnection redis, TimeProvider time) : INodes, IAsyncDisposable
{
    private readonly ConcurrentDictionary<OperationId, RedisLease> _leases = new();

    /// <summary>The line to Redis.</summary>
    public RedisConnection Redis => redis;

    /// <inheritdoc/>
    public bool AreMany => true;

    /// <inheritdoc/>
    public bool IsConnected => redis.IsReachable;

    /// <summary>Connects, and waits until Redis is there: a node that is started before its Redis comes up by itself.</summary>
    public static async Task<RedisNodes> OpenAsync(RedisOptions options, CancellationToken cancellationToken)
    {
        var redis = await RedisConnection.OpenAsync(options, cancellationToken);
        while (redis.NextRestoredAsync() is var restored && !redis.IsReachable)
        {
            await restored.WaitAsync(cancellationToken);
        }

        return new(redis, TimeProvider.System);
    }

    /// <inheritdoc/>
    public ILease LeaseOf(OperationId operation) => _leases.GetOrAdd(operation, id => new RedisLease(redis, id.Value, time));

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> EnterFoundingAsync(CancellationToken cancellationToken)
    {
        var lease = new RedisLease(redis, "founding", time);
        while (lease.NextChangeAsync() is var change && !lease.IsHeld)
        {
            await change.WaitAsync(cancellationToken);
        }

        return lease;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_leases.Values.Select(static l => l.DisposeAsync().AsTask()));
        await redis.DisposeAsync();
    }
}

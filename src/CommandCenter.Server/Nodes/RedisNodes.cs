using System.Collections.Concurrent;
using CommandCenter.Domain.Identity;
using CommandCenter.Grains;
using CommandCenter.Grains.Placement;
using CommandCenter.Grains.Running;
using CommandCenter.Journal.Redis;
using CommandCenter.Server.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommandCenter.Server.Nodes;

/// <summary>Processes that share one Redis.</summary>
/// <param name="redis">The line to it; disposed with this.</param>
/// <param name="time">System time.</param>
internal sealed partial class RedisNodes(RedisConnection redis, TimeProvider time) : INodes, IAsyncDisposable
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    private ILogger _logger = NullLogger.Instance;
    private IGrainPlacement? _placement;
    private readonly ConcurrentDictionary<OperationId, RedisLease> _leases = new();
    private readonly RedisPresence _presence = new(redis);

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

    /// <summary>Says from now on when Redis goes and comes back, and which leases come and go.</summary>
    public RedisNodes LogTo(ILoggerFactory loggers)
    {
        _logger = loggers.CreateLogger<RedisNodes>();
        redis.ReachableChanged = LogReachable;
        return this;
    }

    /// <inheritdoc/>
    public ILease LeaseOf(OperationId operation) => _leases.GetOrAdd(
        operation, id => new RedisLease(redis, id.Value, time, (held, term) => LogLease(id, held, term)));

    /// <inheritdoc/>
    public Task<IReadOnlyCollection<PostId>?> MeetAsync(OperationId operation, IReadOnlyCollection<PostId> here) => _presence.MeetAsync(operation, here);

    /// <summary>Places grains by Orleans from now on; before any operation is opened.</summary>
    public RedisNodes PlaceBy(OrleansOptions orleans, ILoggerFactory loggers)
    {
        _placement = OrleansPlacement.Load(orleans.Folder, new(redis.Options.Servers, redis.Options.Password, orleans.Endpoint, loggers));
        return this;
    }

    /// <inheritdoc/>
    public IGrainHost Place(GrainHost local) => _placement?.Place(local) ?? local;

    /// <inheritdoc/>
    public Task Expelled => _placement?.Expelled ?? Never;

    /// <inheritdoc/>
    public async Task JoinAsync(CancellationToken cancellationToken)
    {
        var joining = _placement?.StartAsync(cancellationToken) ?? Task.CompletedTask;
        if (await Task.WhenAny(joining, Expelled) != joining)
        {
            throw CannotRunException.Expelled();
        }

        await joining;
    }

    /// <inheritdoc/>
    public async Task LeaveAsync() => await (_placement?.DisposeAsync() ?? ValueTask.CompletedTask);

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> EnterFoundingAsync(CancellationToken cancellationToken)
    {
        var lease = new RedisLease(redis, "founding", time);
        try
        {
            while (lease.NextChangeAsync() is var change && !lease.IsHeld)
            {
                await change.WaitAsync(cancellationToken);
            }

            return lease;
        }
        catch
        {
            // Whoever gave up waiting must not hold it later, or nobody founds anything any more.
            await lease.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_leases.Values.Select(static l => l.DisposeAsync().AsTask()));
        await redis.DisposeAsync();
    }

    private void LogReachable(bool isReachable)
    {
        if (isReachable)
        {
            LogBack();
        }
        else
        {
            LogCutOff();
        }
    }

    private void LogLease(OperationId operation, bool held, long term)
    {
        if (held)
        {
            LogHeld(operation, term);
        }
        else
        {
            LogLost(operation, term);
        }
    }

    // Event ids 2350–2359; never used again for something else.
    [LoggerMessage(2350, LogLevel.Error, "Redis does not answer: no command is taken and screens say that the line is cut.")]
    private partial void LogCutOff();

    [LoggerMessage(2351, LogLevel.Warning, "Redis answers again; commands are taken.")]
    private partial void LogBack();

    [LoggerMessage(2352, LogLevel.Information, "Policies and deadlines of {Operation} run here now, term {Term}.")]
    private partial void LogHeld(OperationId operation, long term);

    [LoggerMessage(2353, LogLevel.Warning, "Policies and deadlines of {Operation} no longer run here; the newest term known is {Term}.")]
    private partial void LogLost(OperationId operation, long term);
}

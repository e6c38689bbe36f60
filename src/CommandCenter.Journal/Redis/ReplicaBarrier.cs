namespace CommandCenter.Journal.Redis;

/// <summary>
/// Waits until replicas hold what was written on this connection. One <c>WAIT</c> answers for everything that was written before
/// it was sent, so that all who come while one is under way share the next. Safe on any thread.
/// </summary>
internal sealed class ReplicaBarrier(int replicas, TimeSpan atMost)
{
    private readonly Lock _gate = new();
    private Task<bool>? _running;
    private Task<bool>? _next;

    /// <summary>Whether enough replicas hold everything that was written before this call.</summary>
    public Task<bool> PassedAsync(RedisPrimary redis)
    {
        if (replicas == 0) return Task.FromResult(true);
        lock (_gate)
        {
            if (_running is null) return _running = SendAsync(redis);
            return _next ??= AfterAsync(_running, redis);
        }
    }

    private async Task<bool> AfterAsync(Task<bool> before, RedisPrimary redis)
    {
        await ((Task)before).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            (_running, _next) = (_next, null);
        }

        return await SendAsync(redis);
    }

    private async Task<bool> SendAsync(RedisPrimary redis)
    {
        await Task.Yield();
        try
        {
            return (long)await redis.ExecuteAsync("WAIT", replicas, (long)atMost.TotalMilliseconds) >= replicas;
        }
        finally
        {
            lock (_gate)
            {
                if (_next is null) _running = null;
            }
        }
    }
}

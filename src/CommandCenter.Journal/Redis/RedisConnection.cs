using StackExchange.Redis;

namespace CommandCenter.Journal.Redis;

/// <summary>
/// The line to Redis, shared by everything in this process. Every call is bounded in time; nothing queues up while the line is
/// down or Redis does not answer: calls fail at once then, and a knock each half second finds out when it is back. Safe on any thread.
/// </summary>
public sealed class RedisConnection : IAsyncDisposable
{
    private const int LeastThreads = 32;
    private static readonly TimeSpan KnockEvery = TimeSpan.FromMilliseconds(500);

    private readonly ConnectionMultiplexer _redis;
    private readonly RedisOptions _options;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _knocking;
    private readonly Pulse _restored = new();
    private readonly ReplicaBarrier _replicas;
    private int _isReachable;
    private long _losses;

    private RedisConnection(ConnectionMultiplexer redis, RedisOptions options)
    {
        (_redis, _options) = (redis, options);
        _replicas = new(options.Replicas, options.CallTimeout / 2);
        _isReachable = redis.IsConnected ? 1 : 0;
        _redis.ConnectionFailed += (_, e) => Lost(e.ConnectionType == ConnectionType.Interactive);
        _knocking = KnockAsync(_stop.Token);
    }

    /// <summary>Whether Redis answered last.</summary>
    public bool IsReachable => Volatile.Read(ref _isReachable) == 1;

    /// <summary>Told on any thread each time that Redis stops (false) or begins again (true) to answer.</summary>
    public Action<bool>? ReachableChanged { get; set; }

    /// <summary>How often the line was lost so far, or seemed to be: what was read before may have been overtaken meanwhile.</summary>
    internal long Losses => Interlocked.Read(ref _losses);

    /// <summary>How it is used.</summary>
    public RedisOptions Options => _options;

    /// <summary>Connects. A Redis that is not there yet is waited for in the background; calls fail until then.</summary>
    public static async Task<RedisConnection> OpenAsync(RedisOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);

        // Replies must find a thread at once also when all others are busy rendering.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, LeastThreads), Math.Max(ports, LeastThreads));
        var settings = ConfigurationOptions.Parse(options.Servers);
        settings.Password = options.Password ?? settings.Password;
        settings.AbortOnConnectFail = false;
        settings.BacklogPolicy = BacklogPolicy.FailFast;
        settings.ConnectTimeout = (int)options.CallTimeout.TotalMilliseconds;
        settings.AsyncTimeout = (int)options.CallTimeout.TotalMilliseconds * 2;
        settings.ReconnectRetryPolicy = new LinearRetry((int)KnockEvery.TotalMilliseconds);
        settings.Protocol = RedisProtocol.Resp2;
        settings.ClientName = "commandcenter";
        var redis = await ConnectionMultiplexer.ConnectAsync(settings).WaitAsync(cancellationToken);
        return new(redis, options);
    }

    /// <summary>Runs a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="keys">The keys that it touches, all with the same hash tag.</param>
    /// <param name="values">Its arguments.</param>
    /// <param name="what">What it is for, in the message of a failure.</param>
    /// <exception cref="JournalUnavailableException">Redis was not reached or did not answer in time: it may have happened or not.</exception>
    public Task<RedisResult> RunAsync(RedisScript script, RedisKey[] keys, RedisValue[] values, string what) =>
        BoundAsync(db => db.ScriptEvaluateAsync(script.Text, keys, values), what);

    /// <summary>Sends one command.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public Task<T> CallAsync<T>(Func<IDatabase, Task<T>> call, string what) => BoundAsync(call, what);

    /// <summary>Completes when the line is up again after it was down. Take it first, look at <see cref="IsReachable"/> then.</summary>
    public Task NextRestoredAsync() => _restored.Next();

    /// <summary>Waits until as many replicas as asked for hold what was written before.</summary>
    /// <exception cref="JournalUnavailableException">They do not, within the time of a call.</exception>
    internal async Task ReplicatedAsync(string what)
    {
        if (_options.Replicas > 0 && !await BoundAsync(_replicas.PassedAsync, what))
            throw new JournalUnavailableException($"{what} is not held by {_options.Replicas} replicas; nothing is acknowledged.");
    }

    /// <summary>Is told of every message of a channel, on a thread of the pool, while the line is up.</summary>
    internal async Task<IAsyncDisposable> HearAsync(string channel, Action<string> heard)
    {
        var name = RedisChannel.Literal(channel);
        var subscriber = _redis.GetSubscriber();
        void Hear(RedisChannel _, RedisValue message) => heard(message.ToString());
        await subscriber.SubscribeAsync(name, Hear, CommandFlags.FireAndForget);
        return new Hearing(() => subscriber.UnsubscribeAsync(name, Hear, CommandFlags.FireAndForget));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _knocking;
        _restored.Close();
        await _redis.CloseAsync(allowCommandsToComplete: false);
        await _redis.DisposeAsync();
        _stop.Dispose();
    }

    private async Task<T> BoundAsync<T>(Func<IDatabase, Task<T>> call, string what)
    {
        if (!IsReachable) throw new JournalUnavailableException($"{what} was not sent: Redis does not answer.");
        try
        {
            return await call(_redis.GetDatabase()).WaitAsync(_options.CallTimeout);
        }
        catch (Exception e) when (RedisFault.IsOne(e))
        {
            // A refusal is an answer: Redis is there. Anything else closes the gate until it answers a knock.
            Lost(!RedisFault.IsAnswer(e));
            throw RedisFault.Translate(e, what);
        }
    }

    private void Lost(bool isLost)
    {
        // While closing, connections end because we end them.
        if (!isLost || _stop.IsCancellationRequested) return;
        Interlocked.Increment(ref _losses);
        if (Interlocked.Exchange(ref _isReachable, 0) == 1) ReachableChanged?.Invoke(false);
    }

    private async Task KnockAsync(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await _redis.GetDatabase().ExecuteAsync("PING").WaitAsync(_options.CallTimeout, stop);
                if (Interlocked.Exchange(ref _isReachable, 1) == 0)
                {
                    ReachableChanged?.Invoke(true);
                    _restored.Announce();
                }
            }
            catch (Exception e) when (RedisFault.IsOne(e) || stop.IsCancellationRequested)
            {
                Lost(true);
            }

            await Task.Delay(KnockEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private sealed class Hearing(Func<Task> end) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await end();
    }
}

using StackExchange.Redis;

namespace CommandCenter.Journal.Redis;

/// <summary>
/// The line to Redis, shared by everything in this process. Every call is bounded in time and goes to the server that takes writes;
/// nothing queues up while the line is down or Redis does not answer: calls fail at once then, and a knock each half second finds
/// out when it is back. Safe on any thread.
/// </summary>
public sealed partial class RedisConnection : IAsyncDisposable
{
    private static readonly TimeSpan KnockEvery = TimeSpan.FromMilliseconds(500);

    private readonly RedisLine _line;
    private readonly RedisLine _writes;
    private readonly RedisOptions _options;
    private readonly CancellationTokenSource _stop = new();
    private readonly Pulse _restored = new();
    private readonly ReplicaBarrier _replicas;
    private Task _knocking = Task.CompletedTask;
    private int _isReachable;
    private long _losses;

    private RedisConnection(ConnectionMultiplexer line, ConnectionMultiplexer writes, RedisOptions options)
    {
        _options = options;
        _line = new(line, this);
        _writes = ReferenceEquals(line, writes) ? _line : new(writes, this);
        _replicas = new(options.Replicas, options.CallTimeout / 4);
    }

    /// <summary>Whether Redis answered last.</summary>
    public bool IsReachable => Volatile.Read(ref _isReachable) == 1;

    /// <summary>Told on any thread each time that Redis stops (false) or begins again (true) to answer.</summary>
    public Action<bool>? ReachableChanged { get; set; }

    /// <summary>How it is used.</summary>
    public RedisOptions Options => _options;

    /// <summary>
    /// How often the line was lost so far, or seemed to be, or led elsewhere: what was read before may have been overtaken
    /// meanwhile, and another server may answer now.
    /// </summary>
    internal long Losses => Interlocked.Read(ref _losses);

    /// <summary>The client itself, for those who look on.</summary>
    internal ConnectionMultiplexer Line => _line.Client;

    /// <summary>Connects. A Redis that is not there yet is waited for in the background; calls fail until then.</summary>
    public static async Task<RedisConnection> OpenAsync(RedisOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var line = await RedisOpening.ConnectAsync(options, KnockEvery, cancellationToken);

        // Whoever waits for replicas waits on a line of its own: nothing else on it is answered meanwhile.
        var writes = options.Replicas > 0 ? await RedisOpening.ConnectAsync(options, KnockEvery, cancellationToken) : line;
        var connection = new RedisConnection(line, writes, options);
        await connection.KnockOnceAsync();
        connection._knocking = connection.KnockAsync(connection._stop.Token);
        return connection;
    }

    /// <summary>Runs a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="keys">The keys that it touches, all with the same hash tag.</param>
    /// <param name="values">Its arguments.</param>
    /// <param name="what">What it is for, in the message of a failure.</param>
    /// <exception cref="JournalUnavailableException">Redis was not reached or did not answer in time: it may have happened or not.</exception>
    public Task<RedisResult> RunAsync(RedisScript script, RedisKey[] keys, RedisValue[] values, string what) =>
        CallAsync(db => db.RunAsync(script, keys, values), what);

    /// <summary>Sends one command.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public Task<T> CallAsync<T>(Func<RedisPrimary, Task<T>> call, string what) => BoundAsync(_line, call, what);

    /// <summary>Completes when the line is up again after it was down. Take it first, look at <see cref="IsReachable"/> then.</summary>
    public Task NextRestoredAsync() => _restored.Next();

    /// <summary>Is told of every message of a channel, on a thread of the pool, while the line is up.</summary>
    internal Task<IAsyncDisposable> HearAsync(string channel, Action<string> heard) => _line.HearAsync(channel, heard);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _knocking;
        _restored.Close();
        await _line.DisposeAsync();
        if (_writes != _line) await _writes.DisposeAsync();
        _stop.Dispose();
    }

    private async Task<T> BoundAsync<T>(RedisLine line, Func<RedisPrimary, Task<T>> call, string what)
    {
        if (!IsReachable) throw new JournalUnavailableException($"{what} was not sent: Redis does not answer.");
        try
        {
            return await call(line.Primary).WaitAsync(_options.CallTimeout);
        }
        catch (Exception e) when (RedisFault.IsOne(e))
        {
            // A refusal is an answer: Redis is there. Anything else closes the gate until it answers a knock.
            if (!RedisFault.IsAnswer(e)) Lost();
            throw RedisFault.Translate(e, what);
        }
    }

    internal void Lost()
    {
        // While closing, connections end because we end them.
        if (_stop.IsCancellationRequested) return;
        Moved();
        if (Interlocked.Exchange(ref _isReachable, 0) == 1) ReachableChanged?.Invoke(false);
    }

    /// <summary>Another server may answer from now on.</summary>
    internal void Moved() => Interlocked.Increment(ref _losses);

    private async Task KnockAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(KnockEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await KnockOnceAsync();
        }
    }

    private async Task KnockOnceAsync()
    {
        try
        {
            await _line.Primary.ExecuteAsync("PING").WaitAsync(_options.CallTimeout, _stop.Token);
            if (Interlocked.Exchange(ref _isReachable, 1) == 1) return;
            ReachableChanged?.Invoke(true);
            _restored.Announce();
        }
        catch (Exception e) when (RedisFault.IsOne(e))
        {
            Lost();
        }
    }
}

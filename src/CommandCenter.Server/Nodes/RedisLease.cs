using CommandCenter.Grains.Running;
using CommandCenter.Journal;
using CommandCenter.Journal.Redis;
using StackExchange.Redis;

namespace CommandCenter.Server.Nodes;

/// <summary>
/// A lease in Redis: whoever holds it renews it, whoever does not asks for it again and again. It counts from the moment at which
/// the renewal was sent, on this machine's own clock, so that a process that stood still knows as soon as it goes on that its time is over.
/// </summary>
internal sealed class RedisLease : ILease, IAsyncDisposable
{
    /// <summary>How long it lasts without renewal. A dead holder's work goes on elsewhere after this and a little.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(2.5);

    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(0.5);

    // The holder stops a little before anybody else can begin.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(0.25);

    private static readonly RedisScript Acquire = RedisScript.Read(typeof(RedisLease), "lease.lua");
    private static readonly RedisScript Release = RedisScript.Read(typeof(RedisLease), "release.lua");

    private readonly RedisConnection _redis;
    private readonly TimeProvider _time;
    private readonly Action<bool, long>? _turned;
    private readonly string _holder = $"{Environment.ProcessId}:{Environment.MachineName}:{Guid.NewGuid():N}";
    private readonly RedisKey _lease;
    private readonly RedisKey _termKey;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _asking;
    private TaskCompletionSource _change = Fresh();
    private long _term;
    private long _renewed;
    private volatile bool _isOurs;

    /// <summary>Begins to ask for a lease.</summary>
    /// <param name="redis">The line to Redis.</param>
    /// <param name="tag">What it is the lease of: an operation, or <c>founding</c>.</param>
    /// <param name="time">System time.</param>
    /// <param name="turned">Told when it was acquired (true) or lost (false), with its term.</param>
    public RedisLease(RedisConnection redis, string tag, TimeProvider time, Action<bool, long>? turned = null)
    {
        (_redis, _time, _turned) = (redis, time, turned);
        (_lease, _termKey) = ($"cc:{{{tag}}}:lease", $"cc:{{{tag}}}:term");
        _asking = AskAsync(_stop.Token);
    }

    /// <inheritdoc/>
    public bool IsHeld => _isOurs && _time.GetElapsedTime(Volatile.Read(ref _renewed)) < Lasts - Margin;

    /// <inheritdoc/>
    public long Term => Volatile.Read(ref _term);

    /// <inheritdoc/>
    public Task NextChangeAsync() => Volatile.Read(ref _change).Task;

    /// <summary>Gives it back, so that another process need not wait.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _asking;
        try
        {
            await _redis.RunAsync(Release, [_lease], [_holder], "Giving the lease back");
        }
        catch (JournalUnavailableException)
        {
            // It runs out by itself.
        }

        Become(held: false, Term, hadIt: _isOurs);
        _stop.Dispose();
    }

    private async Task AskAsync(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var sent = _time.GetTimestamp();
                var said = await _redis.RunAsync(Acquire, [_lease, _termKey], [_holder, (long)Lasts.TotalMilliseconds], "Renewing the lease");
                if ((long)said[0] == 1) Renew(sent, (long)said[1]);
                else Become(held: false, (long)said[1], hadIt: _isOurs);
            }
            catch (Exception e) when (e is JournalUnavailableException or JournalCorruptException)
            {
                if (!IsHeld) Become(held: false, Term, hadIt: _isOurs);
            }

            await Task.Delay(AskEvery, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Whoever saw that it had run out for a moment waits to be told that it has not, also within one term. One time too many is harmless.
    private void Renew(long sent, long term)
    {
        var hadIt = _isOurs && _time.GetElapsedTime(Volatile.Read(ref _renewed)) < Lasts - (2 * Margin);
        Volatile.Write(ref _renewed, sent);
        Become(held: true, term, hadIt);
    }

    private void Become(bool held, long term, bool hadIt)
    {
        var (turned, changed) = (held != _isOurs, held != hadIt || term != Term);
        Volatile.Write(ref _term, term);
        _isOurs = held;
        if (turned)
        {
            _turned?.Invoke(held, term);
        }

        if (changed)
        {
            Interlocked.Exchange(ref _change, Fresh()).TrySetResult();
        }
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

using StackExchange.Redis;

namespace CommandCenter.Journal.Redis;

public sealed partial class RedisConnection
{
    /// <summary>
    /// Runs a script that writes, and waits until as many replicas as asked for hold what it wrote. Asks until there is an answer or
    /// the time of a call is up; to ask twice must be harmless, and a repetition must write something too: replicas are waited for
    /// by what was written last on the same line.
    /// </summary>
    /// <exception cref="JournalUnavailableException">It may have happened or not; nothing may be acknowledged.</exception>
    internal async Task<RedisResult> WriteAsync(RedisScript script, RedisKey[] keys, RedisValue[] values, string what)
    {
        using var patience = new CancellationTokenSource(_options.CallTimeout);
        while (true)
        {
            var (losses, restored) = (Losses, _restored.Next());
            try
            {
                var said = await BoundAsync(_writes, db => db.RunAsync(script, keys, values), what);
                await HeldAsync(what, patience.Token);
                if (_options.Replicas == 0 || losses == Losses) return said;
                if (patience.IsCancellationRequested) throw NotHeld(what);
            }
            catch (JournalUnavailableException e) when (!RedisFault.IsAnswer(e.InnerException) && !patience.IsCancellationRequested)
            {
                await restored.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (patience.IsCancellationRequested) throw;
            }
        }
    }

    /// <summary>Sends one command that writes, once, and waits until as many replicas as asked for hold what it wrote.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task<T> KeepAsync<T>(Func<RedisPrimary, Task<T>> call, string what)
    {
        using var patience = new CancellationTokenSource(_options.CallTimeout);
        var losses = Losses;
        var said = await BoundAsync(_writes, call, what);
        await HeldAsync(what, patience.Token);
        return _options.Replicas == 0 || losses == Losses ? said : throw NotHeld(what);
    }

    // Slow replicas are no reason to believe that Redis is gone: the gate stays open, and they are asked again.
    private async Task HeldAsync(string what, CancellationToken patience)
    {
        if (_options.Replicas == 0) return;
        while (!await IsHeldAsync(what))
        {
            if (patience.IsCancellationRequested) throw NotHeld(what);
        }
    }

    private async Task<bool> IsHeldAsync(string what)
    {
        try
        {
            return await _replicas.PassedAsync(_writes.Primary).WaitAsync(_options.CallTimeout);
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (Exception e) when (RedisFault.IsOne(e))
        {
            throw RedisFault.Translate(e, what);
        }
    }

    // Where the line led elsewhere between writing and waiting, another server may have answered for replicas of its own.
    private JournalUnavailableException NotHeld(string what) =>
        new($"{what} is not held by {_options.Replicas} replicas; nothing is acknowledged.");
}

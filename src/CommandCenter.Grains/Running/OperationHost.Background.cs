using CommandCenter.Journal;

namespace CommandCenter.Grains.Running;

public sealed partial class OperationHost
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PassivateEvery = TimeSpan.FromMinutes(1);

    private CancellationTokenSource? _running;
    private Task _loops = Task.CompletedTask;
    private DateTimeOffset _startedAt;

    /// <summary>Starts whatever happens by itself, each duty in a loop of its own. An operation that is stopped does not start.</summary>
    /// <exception cref="InvalidOperationException">It runs already.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_running is not null)
        {
            throw new InvalidOperationException("The operation runs already.");
        }

        _running = new();
        _startedAt = _clocks.System.GetUtcNow();
        if (Stopped is null)
        {
            var stop = _running.Token;
            _loops = Task.WhenAll(
            [
                LoopAsync(FollowAsync, stop),
                LoopAsync(PassivateAsync, stop),
                .. _duties.Select(duty => LoopAsync(ct => DoOrWaitAsync(duty, ct), stop)),
            ]);
        }

        return Task.CompletedTask;
    }

    /// <summary>Ends the loops, each after the piece at hand, and saves the policies' position. Commands are still taken.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_running is null)
        {
            return;
        }

        await _running.CancelAsync();
        await _loops.WaitAsync(cancellationToken);
        _running.Dispose();
        _running = null;
        await SavePositionAsync(cancellationToken);
    }

    /// <summary>Stops, and saves the policies' position. The journal stays open: whoever opened it disposes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        await SavePositionAsync(CancellationToken.None);
        _deadlines.Dispose();
    }

    private async ValueTask SavePositionAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _policies.SaveAsync(cancellationToken);
        }
        catch (JournalUnavailableException e)
        {
            // The older position stands; what follows it is sent again and changes nothing.
            LogPositionNotSaved(e);
        }
    }

    /// <summary>Repeats a step until cancelled or the operation is stopped; waits longer each time it fails.</summary>
    private async Task LoopAsync(Func<CancellationToken, ValueTask> step, CancellationToken stop)
    {
        await Task.Yield();
        var wait = FirstRetry;
        while (!stop.IsCancellationRequested && Stopped is null)
        {
            try
            {
                await step(stop);
                wait = FirstRetry;
                continue;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (OperationStoppedException)
            {
                return;
            }
            catch (Exception e) when (Faults.IsForeseen(e))
            {
                LogRetry(wait, e);
            }
            catch (Exception e)
            {
                _faults.Add("The operation's background work", e);
            }

            await Task.Delay(wait, _clocks.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = wait * 2 < LongestRetry ? wait * 2 : LongestRetry;
        }
    }

    private async ValueTask FollowAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var entry in _journal.FollowAsync(_feed.Position, stop))
            {
                Deliver(entry);
                if (entry.RecordedAt >= _startedAt)
                {
                    // What was there before is read late because this process came late.
                    GrainMetrics.Fed(_clocks.System.GetUtcNow() - entry.RecordedAt);
                }
            }
        }
        catch (JournalCorruptException e)
        {
            throw Grains.Stop(e);
        }

        // The journal is closed: nothing will come any more.
        await Task.Delay(Timeout.InfiniteTimeSpan, stop);
    }

    private async ValueTask PassivateAsync(CancellationToken stop)
    {
        await Task.Delay(PassivateEvery, _clocks.System, stop);
        Grains.PassivateIdle();
    }

    private static async ValueTask DoOrWaitAsync(IDuty duty, CancellationToken stop)
    {
        if (!await duty.DoNextAsync(stop))
        {
            await duty.WaitAsync(stop);
        }
    }
}

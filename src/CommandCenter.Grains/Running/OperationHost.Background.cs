using CommandCenter.Journal;

namespace CommandCenter.Grains.Running;

public sealed partial class OperationHost
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PassivateEvery = TimeSpan.FromMinutes(1);

    private CancellationTokenSource? _running;
    private readonly Signal _moved = new();
    private Task _loops = Task.CompletedTask;
    private DateTimeOffset _startedAt;
    private int _busy;

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

    /// <summary>
    /// Whether everything that follows by itself from the journal so far has been done. What people are just asking for may be
    /// under way. Where another process holds the lease, nothing follows here.
    /// </summary>
    public bool IsAtRest =>
        !_lease.IsHeld
        || (Volatile.Read(ref _delivered) == _journal.LastSequence && _policies.IsIdle && Volatile.Read(ref _busy) == 0
            && !IsDeadlineDue);

    private bool IsDeadlineDue => NextDue <= _clocks.Operation.GetUtcNow();

    /// <summary>Waits for that, while it runs in the background. For one caller at a time.</summary>
    public async ValueTask RestAsync(CancellationToken cancellationToken)
    {
        while (!IsAtRest)
        {
            if (IsDeadlineDue)
            {
                // On a clock that stands just there its timer, set while the clock ran, may be a moment late for ever.
                _deadlines.Wake();
            }

            await _moved.WaitAsync(cancellationToken);
        }
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
                _moved.Set();
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

    private async ValueTask DoOrWaitAsync(IDuty duty, CancellationToken stop)
    {
        if (!await DoAsync(duty, stop))
        {
            await duty.WaitAsync(stop);
        }
    }

    private async ValueTask<bool> DoAsync(IDuty duty, CancellationToken stop)
    {
        Interlocked.Increment(ref _busy);
        try
        {
            return await duty.DoNextAsync(stop);
        }
        finally
        {
            Interlocked.Decrement(ref _busy);
            _moved.Set();
        }
    }
}

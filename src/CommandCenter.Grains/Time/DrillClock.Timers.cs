namespace CommandCenter.Grains.Time;

public sealed partial class DrillClock
{
    // Real timers take no more; the alarm is then set again.
    private static readonly TimeSpan LongestAlarm = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new DrillTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until it shows a moment, also where it is held there.</summary>
    /// <param name="moment">Null for one that never comes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task UntilAsync(DateTimeOffset? moment, CancellationToken cancellationToken)
    {
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cancelled = cancellationToken.Register(() => shown.TrySetCanceled(cancellationToken));
        var timer = new DrillTimer(this, _ => shown.TrySetResult(), null);
        timer.SetAt(moment);
        try
        {
            await shown.Task;
        }
        finally
        {
            timer.Dispose();
        }
    }

    private void FireDue()
    {
        while (TakeDue() is { } timer)
        {
            timer.Fire();
        }
    }

    private DrillTimer? TakeDue()
    {
        lock (_lock)
        {
            var now = NowLocked();
            if (Earliest() is not { } timer || timer.Due > now)
            {
                SetAlarmLocked();
                return null;
            }

            if (timer.Period is { } period)
            {
                timer.Due = now + period;
            }
            else
            {
                _timers.Remove(timer);
            }

            return timer;
        }
    }

    private DrillTimer? Earliest() => _timers.MinBy(static t => t.Due);

    /// <summary>Sets the one real timer to the earliest of all.</summary>
    private void SetAlarmLocked()
    {
        var wait = Timeout.InfiniteTimeSpan;
        if (Earliest() is { } next)
        {
            var ahead = next.Due - NowLocked();
            wait = ahead <= TimeSpan.Zero ? TimeSpan.Zero : _paused || next.Due > _limit ? Timeout.InfiniteTimeSpan : InRealTime(ahead);
        }

        _alarm.Change(wait, Timeout.InfiniteTimeSpan);
    }

    // Rounded up to what real timers count in: an alarm just before the due time would have to be set again.
    private TimeSpan InRealTime(TimeSpan ahead)
    {
        var real = Math.Ceiling(ahead.TotalMilliseconds / _speed);
        return real < LongestAlarm.TotalMilliseconds ? TimeSpan.FromMilliseconds(real) : LongestAlarm;
    }

    private sealed class DrillTimer(DrillClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan? Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                Period = period > TimeSpan.Zero ? period : null;
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = clock.NowLocked() + dueTime;
                    clock._timers.Add(this);
                }

                clock.SetAlarmLocked();
            }

            return true;
        }

        public void SetAt(DateTimeOffset? due)
        {
            lock (clock._lock)
            {
                if (due is { } moment)
                {
                    Due = moment;
                    clock._timers.Add(this);
                    clock.SetAlarmLocked();
                }
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

namespace CommandCenter.TestKit;

/// <summary>
/// A clock that moves only when a test moves it. Timers fire on the thread that moves the clock, in the order of their
/// due times, each while the clock shows exactly its due time. Safe on any thread.
/// </summary>
public sealed class ManualClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now;
    private TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A clock at this moment, whose offset is also the local one; <see cref="Scenario.Morning"/> unless stated.</summary>
    public ManualClock(DateTimeOffset? start = null)
    {
        _now = start ?? Scenario.Morning;
        LocalTimeZone = TimeZoneInfo.CreateCustomTimeZone("manual", _now.Offset, "manual", "manual");
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone { get; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The moment it shows, in local time.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();

    /// <inheritdoc/>
    public override long GetTimestamp() => Now.UtcTicks;

    /// <summary>Moves the clock on and fires what comes due on the way.</summary>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        AdvanceTo(Now + time);
    }

    /// <summary>Moves the clock to a moment and fires what comes due on the way.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The moment lies in the past.</exception>
    public void AdvanceTo(DateTimeOffset moment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moment, Now);
        while (TakeDue(moment) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>As if the process had stood still for so long: the clock shows the later moment at once, and what came due meanwhile fires then.</summary>
    public void StandStill(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
        }

        AdvanceTo(Now);
    }

    /// <summary>Waits until some timer is due at this moment: a barrier before moving the clock there.</summary>
    public async Task TimerDueAsync(DateTimeOffset due)
    {
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (_timers.Exists(t => t.Due == due))
                {
                    return;
                }

                next = _timerSet.Task;
            }

            await next.Expected($"a timer due at {due:O}");
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>The next timer due up to the moment, with the clock set to it; or null, with the clock at the moment.</summary>
    private ManualTimer? TakeDue(DateTimeOffset moment)
    {
        lock (_lock)
        {
            ManualTimer? next = null;
            foreach (var timer in _timers)
            {
                if (timer.Due <= moment && (next is null || timer.Due < next.Due))
                {
                    next = timer;
                }
            }

            _now = next is null ? moment : next.Due > _now ? next.Due : _now;
            if (next is { Period: { } period })
            {
                next.Due += period;
            }
            else if (next is not null)
            {
                _timers.Remove(next);
            }

            return next;
        }
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
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
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                    clock._timerSet.SetResult();
                    clock._timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }

            // A timer due at once needs nobody to move the clock.
            if (dueTime == TimeSpan.Zero)
            {
                clock.AdvanceTo(clock.Now);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

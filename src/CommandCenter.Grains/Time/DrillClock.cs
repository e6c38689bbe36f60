namespace CommandCenter.Grains.Time;

/// <summary>
/// The operation clock of a drill: runs at a multiple of real time, stands still, or jumps ahead; never back.
/// Its timers follow. Starts paused, so a headless drill only ever jumps. Safe on any thread.
/// </summary>
/// <remarks>A jump fires every timer it passes once, in the order of their due times, on the thread that jumps.</remarks>
public sealed partial class DrillClock : TimeProvider, IDisposable
{
    /// <summary>The fastest it runs, as a multiple of real time.</summary>
    public const double MaxSpeed = 10_000;

    private readonly Lock _lock = new();
    private readonly TimeProvider _real;
    private readonly ITimer _alarm;
    private readonly List<DrillTimer> _timers = [];
    private DateTimeOffset _anchor;
    private long _realAnchor;
    private double _speed = 1;
    private bool _paused = true;
    private DateTimeOffset? _limit;

    /// <summary>A paused clock.</summary>
    /// <param name="start">The moment it shows.</param>
    /// <param name="zone">The time zone of the hall.</param>
    /// <param name="real">What it runs by; the machine's clock unless stated.</param>
    public DrillClock(DateTimeOffset start, TimeZoneInfo zone, TimeProvider? real = null)
    {
        _anchor = start.ToUniversalTime();
        LocalTimeZone = zone;
        _real = real ?? System;
        _realAnchor = _real.GetTimestamp();
        _alarm = _real.CreateTimer(static clock => ((DrillClock)clock!).FireDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone { get; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How fast it runs when it is not paused: 20 means twenty minutes of the day in one of real time.</summary>
    public double Speed
    {
        get
        {
            lock (_lock)
            {
                return _speed;
            }
        }
    }

    /// <summary>Whether it stands still.</summary>
    public bool IsPaused
    {
        get
        {
            lock (_lock)
            {
                return _paused;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return NowLocked();
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Lets it run from the moment it shows.</summary>
    public void Run() => Turn(paused: false, speed: null);

    /// <summary>Lets it stand still.</summary>
    public void Pause() => Turn(paused: true, speed: null);

    /// <summary>Sets how fast it runs; a paused clock stays paused.</summary>
    /// <param name="speed">Above 0, at most <see cref="MaxSpeed"/>.</param>
    public void SetSpeed(double speed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(speed, MaxSpeed);
        Turn(paused: null, speed);
    }

    /// <summary>Jumps ahead; a moment that has passed already changes nothing.</summary>
    public void JumpTo(DateTimeOffset moment)
    {
        lock (_lock)
        {
            var now = NowLocked();
            Anchor(moment > now ? moment.ToUniversalTime() : now);
            _limit = _limit < _anchor ? _anchor : _limit;
        }

        FireDue();
    }

    /// <summary>
    /// Lets it run up to a moment and stand there until another is said: whoever has something to do then is waited for,
    /// however fast it runs. A moment that has passed already holds it where it is.
    /// </summary>
    /// <param name="moment">Null to let it run on.</param>
    public void HoldAt(DateTimeOffset? moment)
    {
        lock (_lock)
        {
            Anchor(NowLocked());
            _limit = moment < _anchor ? _anchor : moment?.ToUniversalTime();
            SetAlarmLocked();
        }
    }

    /// <summary>Stops its timers.</summary>
    public void Dispose() => _alarm.Dispose();

    private void Turn(bool? paused, double? speed)
    {
        lock (_lock)
        {
            Anchor(NowLocked());
            _paused = paused ?? _paused;
            _speed = speed ?? _speed;
            SetAlarmLocked();
        }
    }

    private void Anchor(DateTimeOffset now)
    {
        _anchor = now;
        _realAnchor = _real.GetTimestamp();
    }

    private DateTimeOffset NowLocked()
    {
        if (_paused)
        {
            return _anchor;
        }

        var now = _anchor + TimeSpan.FromTicks((long)(_real.GetElapsedTime(_realAnchor).Ticks * _speed));
        return now > _limit ? _limit.Value : now;
    }
}

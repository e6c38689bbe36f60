using CommandCenter.Grains.Time;
using CommandCenter.TestKit;

namespace CommandCenter.Grains.Tests.Time;

public sealed class DrillClockTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 14, 8, 0, 0, TimeSpan.FromHours(8));
    private readonly ManualClock _real = new(new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly DrillClock _clock;
    private readonly List<TimeSpan> _fired = [];

    public DrillClockTests() =>
        _clock = new(Start, TimeZoneInfo.CreateCustomTimeZone("hall", Start.Offset, "hall", "hall"), _real);

    private TimeSpan Passed => _clock.GetUtcNow() - Start;

    public void Dispose() => _clock.Dispose();

    [Fact]
    public void New_StandsStillInTheTimeZoneOfTheHall()
    {
        _real.Advance(TimeSpan.FromHours(1));

        Assert.True(_clock.IsPaused);
        Assert.Equal(Start, _clock.GetLocalNow());
        Assert.Equal(Start.Offset, _clock.GetLocalNow().Offset);
    }

    [Fact]
    public void Running_PassesAsFastAsItsSpeed()
    {
        _clock.Run();
        _real.Advance(TimeSpan.FromSeconds(10));
        _clock.SetSpeed(20);
        _real.Advance(TimeSpan.FromSeconds(10));
        _clock.Pause();
        _real.Advance(TimeSpan.FromSeconds(10));
        _clock.SetSpeed(0.5);
        _clock.Run();
        _real.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.FromSeconds(10 + 200 + 0 + 5), Passed);
    }

    [Fact]
    public void Jump_Ahead_GoesOnFromThere()
    {
        _clock.Run();
        _clock.JumpTo(Start.AddHours(1));
        _real.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(10), Passed);
    }

    [Fact]
    public void Jump_Back_ChangesNothing()
    {
        _clock.JumpTo(Start.AddHours(1));
        _clock.JumpTo(Start);

        Assert.Equal(TimeSpan.FromHours(1), Passed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void SetSpeed_OutOfRange_Throws(double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.SetSpeed(speed));

    [Fact]
    public void Held_RunsUpToTheMomentAndStandsThere_UntilAnotherIsSaid()
    {
        _clock.SetSpeed(1200);
        _clock.Run();
        _clock.HoldAt(Start + TimeSpan.FromMinutes(10));

        _real.Advance(TimeSpan.FromSeconds(1));
        var held = Passed;
        _clock.HoldAt(Start + TimeSpan.FromMinutes(5));
        _real.Advance(TimeSpan.FromSeconds(1));
        var stillHeld = Passed;
        _clock.HoldAt(null);
        _real.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30)), (held, stillHeld, Passed));
    }

    [Fact]
    public void Held_AJumpPassesIt()
    {
        _clock.Run();
        _clock.HoldAt(Start + TimeSpan.FromMinutes(1));

        _clock.JumpTo(Start + TimeSpan.FromMinutes(5));

        Assert.Equal(TimeSpan.FromMinutes(5), Passed);
    }

    [Fact]
    public async Task Until_HeldAtThatMoment_Comes()
    {
        var moment = Start + TimeSpan.FromMinutes(1);
        _clock.SetSpeed(60);
        _clock.Run();
        _clock.HoldAt(moment);
        var until = _clock.UntilAsync(moment, CancellationToken.None);

        _real.Advance(TimeSpan.FromMilliseconds(999));
        var early = until.IsCompleted;
        _real.Advance(TimeSpan.FromSeconds(5));
        await until;

        Assert.False(early);
        Assert.Equal(moment, _clock.GetUtcNow());
    }

    [Fact]
    public void Timestamps_CountOperationTime()
    {
        var then = _clock.GetTimestamp();
        _clock.JumpTo(Start.AddMinutes(3));

        Assert.Equal(TimeSpan.FromMinutes(3), _clock.GetElapsedTime(then));
    }

    [Fact]
    public void Timer_ClockRuns_FiresWhenItsTimeHasPassedAtThatSpeed()
    {
        SetTimer(TimeSpan.FromMinutes(10));
        _clock.SetSpeed(60);
        _clock.Run();

        _real.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(_fired);
        _real.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([TimeSpan.FromMinutes(10)], _fired);
    }

    [Fact]
    public void Timer_SpeedChangesOnTheWay_StillFiresAtItsTime()
    {
        SetTimer(TimeSpan.FromMinutes(10));
        _clock.Run();
        _real.Advance(TimeSpan.FromMinutes(4));
        _clock.SetSpeed(3);
        _real.Advance(TimeSpan.FromMinutes(1));
        _clock.Pause();
        _real.Advance(TimeSpan.FromHours(1));
        Assert.Empty(_fired);
        _clock.Run();
        _real.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([TimeSpan.FromMinutes(10)], _fired);
    }

    [Fact]
    public void Timers_JumpPassesThem_FireAtOnceInTheOrderOfTheirTimes()
    {
        var order = new List<string>();
        using var late = _clock.CreateTimer(_ => order.Add("late"), null, TimeSpan.FromMinutes(20), Timeout.InfiniteTimeSpan);
        using var early = _clock.CreateTimer(_ => order.Add("early"), null, TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);
        using var never = _clock.CreateTimer(_ => order.Add("never"), null, TimeSpan.FromMinutes(31), Timeout.InfiniteTimeSpan);

        _clock.JumpTo(Start.AddMinutes(30));

        Assert.Equal(["early", "late"], order);
    }

    [Fact]
    public void Timer_Periodic_FiresEachPeriodAndOncePerJump()
    {
        using var timer = _clock.CreateTimer(_ => _fired.Add(Passed), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        _clock.Run();
        _real.Advance(TimeSpan.FromMinutes(2));
        _clock.JumpTo(Start.AddMinutes(10));
        _real.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([1, 2, 10, 11], _fired.Select(static t => t.TotalMinutes));
    }

    [Fact]
    public void Timer_ChangedOrDisposed_DoesNotFireAtItsOldTime()
    {
        var changed = _clock.CreateTimer(_ => _fired.Add(Passed), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        var disposed = _clock.CreateTimer(_ => _fired.Add(Passed), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        changed.Change(TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);
        disposed.Dispose();

        _clock.JumpTo(Start.AddMinutes(2));
        Assert.Empty(_fired);
        _clock.JumpTo(Start.AddMinutes(5));

        Assert.Single(_fired);
        changed.Dispose();
    }

    [Fact]
    public void Timer_DueAtOnce_FiresThoughTheClockStands()
    {
        SetTimer(TimeSpan.Zero);
        _real.Advance(TimeSpan.Zero);

        Assert.Single(_fired);
    }

    [Fact]
    public void Timer_FartherThanRealTimersReach_FiresAtItsTime()
    {
        SetTimer(TimeSpan.FromDays(100));
        _clock.Run();

        _real.Advance(TimeSpan.FromDays(99));
        Assert.Empty(_fired);
        _real.Advance(TimeSpan.FromDays(1));

        Assert.Equal([TimeSpan.FromDays(100)], _fired);
    }

    [Fact]
    public async Task Delay_OnThisClock_EndsWithAJump()
    {
        var delay = Task.Delay(TimeSpan.FromHours(2), _clock, CancellationToken.None);

        _clock.JumpTo(Start.AddHours(2));

        await delay.Expected("the delay to end");
    }

    private void SetTimer(TimeSpan due) =>
        _clock.CreateTimer(_ => _fired.Add(Passed), null, due, Timeout.InfiniteTimeSpan);
}

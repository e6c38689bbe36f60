using CommandCenter.Domain;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Grains.Time;
using CommandCenter.Server.Operations;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Operations;

public sealed class DrillPaceTests : IDisposable
{
    private readonly DrillClock _clock;
    private readonly DrillPace _pace;
    private long _sequence;

    public DrillPaceTests()
    {
        var machine = new ManualClock();
        _clock = new(machine.Now, machine.LocalTimeZone, machine);
        _pace = new(_clock);
    }

    [Fact]
    public void Replayed_NotEngaged_ClockStands()
    {
        Happens(new DrillStarted(20, default));

        Assert.True(_clock.IsPaused);
    }

    [Fact]
    public void Engaged_AfterReplay_RunsAsTheJournalLeftIt()
    {
        Happens(new DrillStarted(20, default), new DrillPaused(), new DrillSpeedChanged(5), new DrillResumed());
        _pace.Engage();

        Assert.Equal((false, 5.0), (_clock.IsPaused, _clock.Speed));
    }

    [Fact]
    public void Engaged_EachEvent_TurnsTheClock()
    {
        _pace.Engage();
        Assert.True(_clock.IsPaused);
        Happens(new DrillStarted(20, default));
        Assert.Equal((false, 20.0), (_clock.IsPaused, _clock.Speed));
        Happens(new DrillPaused());
        Assert.True(_clock.IsPaused);
        Happens(new DrillResumed(), new DrillSpeedChanged(0));
        Assert.Equal((false, DrillClock.MaxSpeed), (_clock.IsPaused, _clock.Speed));
        Happens(new DrillEnded());
        Assert.True(_clock.IsPaused);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(60, DrillClock.MaxSpeed)]
    public void Advanced_HurriesOn_AndKeepsItsSpeedForAfterwards(int minutes, double speed)
    {
        _pace.Engage();
        Happens(new DrillStarted(5, default), new DrillPaused(), new DrillAdvanced(default(DateTimeOffset).AddMinutes(minutes)));
        Assert.Equal((false, speed), (_clock.IsPaused, _clock.Speed));

        Happens(new DrillPaused());
        Assert.True(_clock.IsPaused);
        Happens(new DrillResumed());
        Assert.Equal((false, 5.0), (_clock.IsPaused, _clock.Speed));
    }

    public void Dispose() => _clock.Dispose();

    private void Happens(params IEvent[] events)
    {
        foreach (var e in events)
        {
            _sequence++;
            _pace.Apply(new(_sequence, GrainAddress.Drill, _sequence, "drill", default, e, Actor.Setup, new($"{_sequence}"), 0, null, default, default));
        }
    }
}

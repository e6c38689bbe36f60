using CommandCenter.Load.Running;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Load;

/// <summary>The pace of a phone, and what a stall of the server does not hide.</summary>
public sealed class MetronomeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Next_InTime_WaitsForItsMoment()
    {
        var clock = new ManualClock();
        var beat = new Metronome(clock, Second, Second / 2);

        var next = beat.NextAsync(CancellationToken.None);
        Assert.False(next.IsCompleted);
        clock.Advance(Second / 2);

        Assert.Equal(Second / 2, await next.Expected("the first moment"));
        Assert.Equal(Second / 2, beat.Now);
    }

    [Fact]
    public async Task Next_TimerRingsBeforeItsMoment_IsNotDueAfterItIsSent()
    {
        var clock = new ManualClock();
        var beat = new Metronome(clock, Second, TimeSpan.FromMilliseconds(12.7));

        var next = beat.NextAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromMilliseconds(12));

        Assert.Equal(TimeSpan.FromMilliseconds(12), await next.Expected("the timer, which knows whole milliseconds"));
    }

    [Fact]
    public async Task Next_AfterAStall_GivesWhatItHeldUpAtOnce_EachWithItsOwnMoment()
    {
        var clock = new ManualClock();
        var beat = new Metronome(clock, Second, TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, await beat.NextAsync(CancellationToken.None));

        // The answer takes five seconds: the next five have waited for four, three, two, one second and none.
        clock.Advance(5 * Second);
        for (var n = 1; n <= 5; n++)
        {
            var next = beat.NextAsync(CancellationToken.None);
            Assert.True(next.IsCompleted);
            Assert.Equal((5 - n) * Second, beat.Now - await next);
        }

        Assert.False(beat.NextAsync(CancellationToken.None).IsCompleted);
    }

    [Theory]
    [InlineData(0.4, 0)]
    [InlineData(0.5, 1)]
    [InlineData(1.4, 1)]
    [InlineData(9.5, 10)]
    public void Due_ByAMoment_CountsThoseOfIt(double seconds, int due) =>
        Assert.Equal(due, new Metronome(new ManualClock(), Second, Second / 2).DueBy(TimeSpan.FromSeconds(seconds)));
}

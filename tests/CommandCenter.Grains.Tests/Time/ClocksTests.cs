using CommandCenter.Grains.Time;
using CommandCenter.TestKit;

namespace CommandCenter.Grains.Tests.Time;

public sealed class ClocksTests
{
    [Fact]
    public void Live_ReadsTheMachinesClockInTheTimeZoneOfTheHall()
    {
        var clocks = Clocks.Live("Asia/Shanghai");

        Assert.Equal(TimeSpan.FromHours(8), clocks.Now.Offset);
        Assert.Same(TimeProvider.System, clocks.System);
    }

    [Fact]
    public void Live_UnknownZone_Throws() => Assert.Throws<TimeZoneNotFoundException>(static () => Clocks.Live("Asia/Atlantis"));

    [Fact]
    public void ManualClock_Advanced_FiresTimersInOrderEachAtItsTime()
    {
        var clock = new ManualClock();
        var start = clock.Now;
        var fired = new List<(string, TimeSpan)>();
        using var b = clock.CreateTimer(_ => fired.Add(("b", clock.Now - start)), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        using var a = clock.CreateTimer(_ => fired.Add(("a", clock.Now - start)), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([("b", TimeSpan.FromSeconds(2)), ("a", TimeSpan.FromSeconds(3)), ("b", TimeSpan.FromSeconds(4))], fired);
        Assert.Equal(start.AddSeconds(5), clock.Now);
    }
}

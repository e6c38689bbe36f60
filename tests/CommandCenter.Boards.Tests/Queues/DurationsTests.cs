using CommandCenter.Boards.Queues;

namespace CommandCenter.Boards.Tests.Queues;

public sealed class DurationsTests
{
    [Fact]
    public void Empty_HasNoFigures()
    {
        var durations = new Durations();

        Assert.Equal((0, null, null), (durations.Count, durations.Mean, durations.Percentile(50)));
    }

    [Theory]
    [InlineData(50, 5)]
    [InlineData(90, 9)]
    [InlineData(91, 10)]
    [InlineData(100, 10)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    public void Percentile_IsTheNearestRank(int percent, int expected)
    {
        var durations = new Durations();
        foreach (var seconds in new[] { 7, 1, 10, 3, 9, 2, 8, 4, 6, 5 })
        {
            durations.Add(TimeSpan.FromSeconds(seconds));
        }

        Assert.Equal(expected, durations.Percentile(percent));
    }

    [Fact]
    public void Mean_RoundsToTheSecond()
    {
        var durations = new Durations();
        durations.Add(TimeSpan.FromSeconds(1));
        durations.Add(TimeSpan.FromSeconds(2.9));

        Assert.Equal(2, durations.Mean);
    }
}

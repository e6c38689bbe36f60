using CommandCenter.Domain.Identity;
using CommandCenter.Simulation.Forecasts;
using CommandCenter.Simulation.Scenarios;
using CommandCenter.Simulation.Tests.Drills;

namespace CommandCenter.Simulation.Tests.Forecasts;

/// <summary>The forecast of a whole day from its morning.</summary>
public sealed class DayForecastTests
{
    private const int Runs = 200;
    private const long Seed = 7;

    [Fact]
    public void Forecast_SameSeed_IsTheSame()
    {
        var (first, second) = (Of(Sample.Scenario("standard-day")), Of(Sample.Scenario("standard-day")));
        Assert.Equal(first.EndsAt, second.EndsAt);
        Assert.Equal(first.SoldOut, second.SoldOut);
        Assert.NotEqual(first.EndsAt, DayForecast.Of(Outline(Sample.Scenario("standard-day")), Runs, Seed + 1).EndsAt);
    }

    [Fact]
    public void Forecast_StandardDay_EndsAfterTheLastInvitedAndInTheAfternoon()
    {
        var ends = Of(Sample.Scenario("standard-day")).EndsAt;
        Assert.InRange(ends.P10, 14.5 * 3600, ends.P50);
        Assert.InRange(ends.P90, ends.P50, 18 * 3600);
    }

    [Fact]
    public void Forecast_SigningTakesThreeTimesAsLong_EndsLaterAndWaitsLonger()
    {
        var standard = Sample.Scenario("standard-day");
        var signing = standard.Service[new("signing")];
        var slow = standard with { Service = standard.Service.SetItem(new("signing"), signing with { Mean = signing.Mean * 3 }) };
        var (before, after) = (Of(standard), Of(slow));
        Assert.True(after.EndsAt.P10 > before.EndsAt.P90, $"{after.EndsAt} is not later than {before.EndsAt}");
        Assert.True(after.LongestWait.P50 > before.LongestWait.P50, $"{after.LongestWait} is not longer than {before.LongestWait}");
        Assert.True(after.PastClosing.P50 > before.PastClosing.P50, $"{after.PastClosing} are not more than {before.PastClosing}");
    }

    [Fact]
    public void Forecast_PopularTypes_SellOutSooner()
    {
        var type = new UnitTypeId("t105");
        var (standard, popular) = (Of(Sample.Scenario("standard-day")), Of(Sample.Scenario("popular-type-sold-out")));
        Assert.True(popular.SoldOut[type].P50 < standard.SoldOut[type].P50, $"{popular.SoldOut[type]} is not before {standard.SoldOut[type]}");
    }

    private static DayForecast Of(Scenario scenario) => DayForecast.Of(Outline(scenario), Runs, Seed);

    private static DayOutline Outline(Scenario scenario)
    {
        var sample = Sample.Operation(1);
        return new(sample.Plan!, sample.Lists!, scenario);
    }
}
